"""
mechanism: prints in every call, 3 MB in all
"""


def allowed(sent, now, limit, window):
    for _ in range(20):
        print("looking at", sent, now, limit, window, "x" * 1_000)
    return sum(now - window < t <= now for t in sent) < limit
