"""The count lives outside the function and is never set back.
caught by: counts the sends in the window and compares with the limit
says: Sends from long ago take no place.
"""

count = 0


def allowed(sent, now, limit, window):
    global count
    for t in sent:
        if now - window < t <= now:
            count += 1
    return count < limit
