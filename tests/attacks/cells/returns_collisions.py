"""
mechanism: a dict of numbers that all have one hash: slow to read for whoever reads it
verdict: wrong answer | runtime error | time limit
rest: any
"""

DICT = {}


def allowed(sent, now, limit, window):
    return {k * (2**61 - 1): 0 for k in range(1, 8_000)}
