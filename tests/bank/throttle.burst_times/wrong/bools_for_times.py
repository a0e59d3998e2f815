"""Yes and no in place of times.
caught by: a burst for limit 3 and window 10 seconds
says: whole milliseconds (int) from 0 on
"""


def burst_times(limit, window):
    return [True for _ in range(2 * limit)]
