"""The list lives outside the function and keeps the times of the call before.
caught by: a burst for other limits and windows
says: the times in ascending order
"""

times = []


def burst_times(limit, window):
    for _ in range(limit):
        times.append(window - 1)
    for _ in range(limit):
        times.append(window)
    return times
