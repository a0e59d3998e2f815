"""abs(now - t): a window to both sides.
caught by: a send later than now does not count
says: 5_001 is later than now.
"""


def allowed(sent, now, limit, window):
    return sum(abs(now - t) < window for t in sent) < limit
