"""Each send gets a millisecond of its own, which a short window does not have.
caught by: a burst for other limits and windows
says: whole milliseconds (int) from 0 on
"""


def burst_times(limit, window):
    return list(range(window - limit, window + limit))
