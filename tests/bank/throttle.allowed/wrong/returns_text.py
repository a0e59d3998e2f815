"""Gives the word "True".
caught by: counts the sends in the window and compares with the limit
says: The answer must be True or False, not a str.
"""


def allowed(sent, now, limit, window):
    return str(sum(now - window < t <= now for t in sent) < limit)
