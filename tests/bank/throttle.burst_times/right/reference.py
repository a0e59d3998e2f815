"""Fill one fixed window as late as possible, the next as early as possible."""


def burst_times(limit, window):
    times = []
    for _ in range(limit):
        times.append(window - 1)
    for _ in range(limit):
        times.append(window)
    return times
