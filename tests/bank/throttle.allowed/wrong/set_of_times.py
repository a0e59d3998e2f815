"""A set loses the second of two sends at once.
caught by: counts the sends in the window and compares with the limit
says: Two at once are two sends.
"""


def allowed(sent, now, limit, window):
    return len({t for t in sent if now - window < t <= now}) < limit
