"""
mechanism: a range of 10**18 numbers, plain and small, in place of a list
cell: burst-times
verdict: runtime error
"""


def burst_times(limit, window):
    return range(10**18)
