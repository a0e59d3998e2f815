"""Bursts without end: more than ten times the limit.
caught by: a burst for limit 3 and window 10 seconds
says: at most 10 times the limit, 30
"""


def burst_times(limit, window):
    return [k * window for k in range(11 * limit)]
