"""A Counter from time to number of sends."""

from collections import Counter


class SlidingWindow:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.many = Counter()
        self.latest = 0

    def inside(self, now):
        return {t: n for t, n in self.many.items() if t > now - self.window}

    def allow(self, now):
        self.latest = max(self.latest, now)
        self.many = Counter(self.inside(self.latest))
        if sum(self.many.values()) >= self.limit:
            return False
        self.many[self.latest] += 1
        return True

    def retry_after(self, now):
        inside = self.inside(now)
        if sum(inside.values()) < self.limit:
            return 0
        return min(inside) + self.window - now
