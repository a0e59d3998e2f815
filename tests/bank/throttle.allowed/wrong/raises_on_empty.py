"""The empty list was not thought of.
caught by: counts the sends in the window and compares with the limit
says: raised ValueError
"""


def allowed(sent, now, limit, window):
    newest = max(sent)
    if newest <= now - window:
        return True
    return sum(now - window < t <= now for t in sent) < limit
