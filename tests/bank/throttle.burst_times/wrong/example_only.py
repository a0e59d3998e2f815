"""The numbers of the example are written into the function.
caught by: a burst for other limits and windows
says: the fixed window refuses the send at 9_999
"""


def burst_times(limit, window):
    return [9_999] * 3 + [10_000] * 3
