"""A second between the sends, whatever the window.
caught by: a burst for other limits and windows
says: whole milliseconds (int) from 0 on
"""


def burst_times(limit, window):
    return [window - 1_000] * limit + [window] * limit
