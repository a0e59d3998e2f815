"""The window of the example is written into the function.
caught by: a burst for other limits and windows
says: Put sends just before a boundary of the fixed window, and just after it.
"""


def burst_times(limit, window):
    boundary = 10_000
    return [boundary - 1] * limit + [boundary] * (limit if boundary % window == 0 else 0)
