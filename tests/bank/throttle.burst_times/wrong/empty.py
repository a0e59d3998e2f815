"""An empty list.
caught by: a burst for limit 3 and window 10 seconds
says: at most 0 of your sends fall within one window
"""


def burst_times(limit, window):
    return []
