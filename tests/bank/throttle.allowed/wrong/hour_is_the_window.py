"""The window of the story, one day, is written into the function.
caught by: counts the sends in the window and compares with the limit
says: Sends from long ago take no place.
"""


def allowed(sent, now, limit, window):
    return sum(now - 86_400_000 < t <= now for t in sent) < limit
