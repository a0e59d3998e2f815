"""!= where < belongs: more sends than the limit make room again.
caught by: counts the sends in the window and compares with the limit
says: More sends than the limit leave no room either.
"""


def allowed(sent, now, limit, window):
    return sum(now - window < t <= now for t in sent) != limit
