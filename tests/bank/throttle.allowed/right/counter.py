"""Count equal times together."""

from collections import Counter


def allowed(sent, now, limit, window):
    times = Counter(sent)
    return sum(many for t, many in times.items() if 0 <= now - t < window) < limit
