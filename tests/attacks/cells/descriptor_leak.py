"""
mechanism: opens files until there are no descriptors
verdict: runtime error | crashed
"""

KEPT = []


def allowed(sent, now, limit, window):
    while True:
        KEPT.append(open("/dev/null"))
