"""The step forward happens only for sends in the window.
caught by: counts the sends in the window and compares with the limit
says: Look for a loop that never ends
"""


def allowed(sent, now, limit, window):
    i = count = 0
    while i < len(sent):
        if now - window < sent[i] <= now:
            count += 1
            i += 1
    return count < limit
