"""The function has another name.
caught by: counts the sends in the window and compares with the limit
says: allowed is not defined
"""


def alowed(sent, now, limit, window):
    return sum(now - window < t <= now for t in sent) < limit
