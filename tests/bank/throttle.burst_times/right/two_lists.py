"""Two repeated lists, added."""


def burst_times(limit, window):
    return [window - 1] * limit + [window] * limit
