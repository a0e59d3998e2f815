"""Limit 1 was not thought of.
caught by: a burst for other limits and windows
says: raised ZeroDivisionError
"""


def burst_times(limit, window):
    gap = min(1, 1 // (limit - 1))
    return [window - 1 - gap] * limit + [window] * limit
