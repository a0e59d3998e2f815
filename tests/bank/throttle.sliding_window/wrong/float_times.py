"""Calculates in seconds.
caught by: retry_after is the smallest wait
says: A whole number (int) is wanted, not a float
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
        if len(self.times) < self.limit:
            self.times.append(now)
            return True
        return False

    def retry_after(self, now):
        kept = [t for t in self.times if t > now - self.window]
        if len(kept) < self.limit:
            return 0
        return (kept[0] / 1000 + self.window / 1000 - now / 1000) * 1000
