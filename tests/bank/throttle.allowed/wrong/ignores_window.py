"""Counts everything that was ever sent.
caught by: counts the sends in the window and compares with the limit
says: Sends from long ago take no place.
"""


def allowed(sent, now, limit, window):
    return len([t for t in sent if t <= now]) < limit
