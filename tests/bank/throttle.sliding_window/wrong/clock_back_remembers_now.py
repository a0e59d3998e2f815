"""Counts with the largest time seen, but remembers the smaller now.
caught by: if the clock goes back, the largest time seen counts
says: in place of a smaller one
"""


class SlidingWindow:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.times = []
        self.latest = 0

    def allow(self, now):
        asked = now
        self.latest = max(self.latest, now)
        now = self.latest
        self.times = [t for t in self.times if t > now - self.window]
        if len(self.times) < self.limit:
            self.times.append(asked)
            return True
        return False

    def retry_after(self, now):
        kept = [t for t in self.times if t > now - self.window]
        if len(kept) < self.limit:
            return 0
        return kept[0] + self.window - now
