"""
mechanism: a generator without end
cell: burst-times
verdict: wrong answer
"""

import itertools


def burst_times(limit, window):
    return itertools.count()
