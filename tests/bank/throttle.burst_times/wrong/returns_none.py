"""sort() sorts in place and gives nothing.
caught by: a burst for limit 3 and window 10 seconds
says: Is a return missing?
"""


def burst_times(limit, window):
    return ([window] * limit + [window - 1] * limit).sort()
