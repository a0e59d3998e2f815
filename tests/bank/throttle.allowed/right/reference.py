"""A loop that counts."""


def allowed(sent, now, limit, window):
    count = 0
    for t in sent:
        if now - window < t <= now:
            count += 1
    return count < limit
