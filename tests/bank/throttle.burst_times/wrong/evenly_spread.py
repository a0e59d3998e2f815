"""Sends evenly spread over two windows are no burst.
caught by: a burst for limit 3 and window 10 seconds
says: at most 3 of your sends fall within one window
"""


def burst_times(limit, window):
    gap = window // limit
    return [i * gap for i in range(limit)] + [window + i * gap for i in range(limit)]
