"""The fewest sends that do: limit before the boundary, one after."""


def burst_times(limit, window):
    return [*(window - 1 for _ in range(limit)), window]
