"""Gives how many places are free; a number is not an answer to yes or no.
caught by: counts the sends in the window and compares with the limit
says: The answer must be True or False, not an int.
"""


def allowed(sent, now, limit, window):
    return max(0, limit - sum(now - window < t <= now for t in sent))
