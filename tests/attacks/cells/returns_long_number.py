"""
mechanism: a time of 5,001 digits, which Python refuses to write out
cell: burst-times
verdict: runtime error
"""


def burst_times(limit, window):
    return [10**5_000] * (2 * limit)
