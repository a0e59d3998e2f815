"""As many as are permitted, 10 * limit, in five bursts one after the other."""


def burst_times(limit, window):
    times = []
    for k in range(0, 10, 2):
        times.extend([(k + 1) * window - 1] * limit)
        times.extend([(k + 1) * window] * limit)
    return times
