"""Removes from the caller's list what has left the window.
caught by: the order of the list makes no difference, and the list stays as it was
says: it unchanged
"""


def allowed(sent, now, limit, window):
    for t in list(sent):
        if t <= now - window:
            sent.remove(t)
    return sum(t <= now for t in sent) < limit
