"""The name holds an answer instead of the function: allowed = allowed(...).
caught by: counts the sends in the window and compares with the limit
says: allowed is True, not a function
"""


def allowed(sent, now, limit, window):
    return sum(now - window < t <= now for t in sent) < limit


allowed = allowed([], 5_000, 1, 10_000)
