"""Walks back from the end and stops at the first old send.
caught by: the order of the list makes no difference, and the list stays as it was
says: Two of these five are in the window.
"""


def allowed(sent, now, limit, window):
    count = 0
    for t in reversed(sent):
        if t <= now - window:
            break
        if t <= now:
            count += 1
    return count < limit
