"""[now - window, now]: a send exactly one window ago still counts.
caught by: a send exactly one window ago no longer counts
says: 0 is not in (0, 10_000].
"""


def allowed(sent, now, limit, window):
    return sum(now - window <= t <= now for t in sent) < limit
