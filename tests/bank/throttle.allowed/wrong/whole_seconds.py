"""Milliseconds are cut to seconds before they are compared.
caught by: a send later than now does not count
says: 5_001 is later than now.
"""


def allowed(sent, now, limit, window):
    now, window = now // 1000, window // 1000
    return sum(now - window < t // 1000 <= now for t in sent) < limit
