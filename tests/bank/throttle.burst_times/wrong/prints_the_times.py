"""Prints instead of returning.
caught by: a burst for limit 3 and window 10 seconds
says: Is a return missing?
"""


def burst_times(limit, window):
    print([window - 1] * limit + [window] * limit)
