"""NaN among the times.
caught by: a burst for limit 3 and window 10 seconds
says: whole milliseconds (int) from 0 on
"""


def burst_times(limit, window):
    return [float("nan")] + [window - 1] * limit + [window] * limit
