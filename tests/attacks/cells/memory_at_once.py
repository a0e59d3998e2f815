"""
mechanism: one allocation of 100 GB
verdict: runtime error | memory limit
"""


def allowed(sent, now, limit, window):
    return bytearray(100_000_000_000) and True
