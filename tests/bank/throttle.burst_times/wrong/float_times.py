"""Divides with /, so that the times are floats.
caught by: a burst for limit 3 and window 10 seconds
says: Use // in place of /
"""


def burst_times(limit, window):
    return [window / 1 - 1] * limit + [window / 1] * limit
