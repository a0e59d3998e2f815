"""A tuple in place of a list.
caught by: a burst for limit 3 and window 10 seconds
says: got a tuple, expected a list of times
"""


def burst_times(limit, window):
    return (window - 1,) * limit + (window,) * limit
