"""Remembers every attempt, also the refused ones: locks itself out.
caught by: refused attempts do not count
says: must not have taken a place
"""


class SlidingWindow:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.times = []
        self.latest = 0

    def allow(self, now):
        self.latest = max(self.latest, now)
        now = self.latest
        self.times = [t for t in self.times if t > now - self.window]
        self.times.append(now)
        return len(self.times) <= self.limit

    def retry_after(self, now):
        kept = [t for t in self.times if t > now - self.window]
        if len(kept) < self.limit:
            return 0
        return kept[0] + self.window - now
