"""
mechanism: one call into C that lasts for hours: 10 ** 10 ** 8
verdict: time limit
rest: any
"""


def allowed(sent, now, limit, window):
    return 10**10**8 > 0
