"""Nothing is returned where the answer is no.
caught by: counts the sends in the window and compares with the limit
says: is a return missing on this path?
"""


def allowed(sent, now, limit, window):
    if sum(now - window < t <= now for t in sent) < limit:
        return True
