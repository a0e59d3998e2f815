"""Looks only at the limit-th send from the end.
caught by: the order of the list makes no difference, and the list stays as it was
says: Two of these five are in the window.
"""


def allowed(sent, now, limit, window):
    past = [t for t in sent if t <= now]
    return len(past) < limit or past[-limit] <= now - window
