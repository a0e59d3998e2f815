"""
mechanism: NaN, infinity and their kin for times
cell: burst-times
verdict: wrong answer
"""


def burst_times(limit, window):
    return [float("nan"), float("inf"), -0.0] * limit
