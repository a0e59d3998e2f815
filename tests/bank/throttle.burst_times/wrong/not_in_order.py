"""The times are not in ascending order.
caught by: a burst for limit 3 and window 10 seconds
says: the times in ascending order
"""


def burst_times(limit, window):
    return [window] * limit + [window - 1] * limit
