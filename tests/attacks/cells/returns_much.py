"""
mechanism: a list of 10 million answers, one of them right
cell: burst-times
verdict: wrong answer | runtime error | memory limit
"""


def burst_times(limit, window):
    return list(range(10_000_000))
