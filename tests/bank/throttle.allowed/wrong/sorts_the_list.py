"""Sorts the caller's list.
caught by: the order of the list makes no difference, and the list stays as it was
says: your function left the list as
"""


def allowed(sent, now, limit, window):
    sent.sort()
    return sum(now - window < t <= now for t in sent) < limit
