"""Always yes.
caught by: counts the sends in the window and compares with the limit
says: Both places are taken.
"""


def allowed(sent, now, limit, window):
    return True
