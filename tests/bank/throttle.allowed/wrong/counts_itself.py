"""The send that asks is counted as if it were in the list: one send too few.
caught by: counts the sends in the window and compares with the limit
says: Nothing was sent: there is room.
"""


def allowed(sent, now, limit, window):
    return sum(now - window < t <= now for t in [*sent, now]) < limit
