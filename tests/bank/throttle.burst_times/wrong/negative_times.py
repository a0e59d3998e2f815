"""Uses the boundary at 0, and so times before it.
caught by: a burst for limit 3 and window 10 seconds
says: whole milliseconds (int) from 0 on
"""


def burst_times(limit, window):
    return [-1] * limit + [0] * limit
