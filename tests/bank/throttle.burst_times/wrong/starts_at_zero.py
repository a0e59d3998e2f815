"""Sends at the start of two windows: the first are gone when the second come.
caught by: a burst for limit 3 and window 10 seconds
says: Put sends just before a boundary of the fixed window, and just after it.
"""


def burst_times(limit, window):
    return [0] * limit + [window] * limit
