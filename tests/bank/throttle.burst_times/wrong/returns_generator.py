"""yield makes a generator, which is no list.
caught by: a burst for limit 3 and window 10 seconds
says: got a generator, expected a list of times
"""


def burst_times(limit, window):
    for _ in range(limit):
        yield window - 1
    for _ in range(limit):
        yield window
