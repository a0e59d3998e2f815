"""One before the boundary, limit after, at a later boundary."""


def burst_times(limit, window):
    boundary = 7 * window
    return [boundary - 1] + [boundary for _ in range(limit)]
