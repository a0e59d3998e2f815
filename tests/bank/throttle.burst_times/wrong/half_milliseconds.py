"""A time between two milliseconds.
caught by: a burst for limit 3 and window 10 seconds
says: whole milliseconds (int) from 0 on
"""


def burst_times(limit, window):
    return [window - 0.5] * limit + [window] * limit
