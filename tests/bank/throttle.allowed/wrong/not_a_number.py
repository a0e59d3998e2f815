"""Divides by the sends in the window, and gives NaN where there are none.
caught by: counts the sends in the window and compares with the limit
says: The answer must be True or False, not a float.
"""


def allowed(sent, now, limit, window):
    count = sum(now - window < t <= now for t in sent)
    return limit / count > 1 if count else float("nan")
