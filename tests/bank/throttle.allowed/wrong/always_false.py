"""Always no.
caught by: counts the sends in the window and compares with the limit
says: Nothing was sent: there is room.
"""


def allowed(sent, now, limit, window):
    return False
