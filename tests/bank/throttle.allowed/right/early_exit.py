"""Give away the places one by one, and stop when none is left."""


def allowed(sent, now, limit, window):
    free = limit
    for t in reversed(sent):
        if t > now or t <= now - window:
            continue
        free -= 1
        if not free:
            return False
    return True
