"""limit sends in one window are allowed: more than limit are wanted.
caught by: a burst for limit 3 and window 10 seconds
says: more than 3
"""


def burst_times(limit, window):
    return [window - 1] * (limit - 1) + [window]
