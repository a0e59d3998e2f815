"""<= where < belongs: one send too many.
caught by: counts the sends in the window and compares with the limit
says: Both places are taken.
"""


def allowed(sent, now, limit, window):
    return sum(now - window < t <= now for t in sent) <= limit
