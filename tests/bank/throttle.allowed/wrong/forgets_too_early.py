"""A send leaves one millisecond before its time.
caught by: a send exactly one window ago no longer counts
says: One millisecond before it leaves.
"""


def allowed(sent, now, limit, window):
    return sum(now - window + 1 < t <= now for t in sent) < limit
