"""Sum over a generator expression."""


def allowed(sent, now, limit, window):
    return sum(1 for t in sent if now - window < t <= now) < limit
