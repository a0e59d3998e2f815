"""Both halves of the burst lie after the boundary.
caught by: a burst for limit 3 and window 10 seconds
says: the fixed window refuses the send at 10_001
"""


def burst_times(limit, window):
    return [window] * limit + [window + 1] * limit
