"""The first sends are one window old when the last come, and count no longer.
caught by: a burst for limit 3 and window 10 seconds
says: at most 3 of your sends fall within one window
"""


def burst_times(limit, window):
    return [window - 1] * limit + [2 * window - 1] * limit
