"""Prints instead of returning.
caught by: counts the sends in the window and compares with the limit
says: Your code returned nothing
"""


def allowed(sent, now, limit, window):
    print(sum(now - window < t <= now for t in sent) < limit)
