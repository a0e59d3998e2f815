"""One send on each side, then the rest."""


def burst_times(limit, window):
    if limit == 0:
        return []
    return [window - 1, *burst_times(limit - 1, window), window]
