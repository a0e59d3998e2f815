"""Nothing has been written yet.
caught by: counts the sends in the window and compares with the limit
says: allowed is not written yet.
"""


def allowed(sent, now, limit, window):
    raise NotImplementedError
