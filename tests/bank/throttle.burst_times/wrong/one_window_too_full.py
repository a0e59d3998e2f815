"""More than limit at once: the fixed window refuses the last.
caught by: a burst for limit 3 and window 10 seconds
says: the fixed window refuses the send at 0
"""


def burst_times(limit, window):
    return [0] * (limit + 1)
