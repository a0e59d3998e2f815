"""Counts well, and keeps a log of every question beside it.
caught by: keeps no more than it needs
says: Memory that grows with every attempt
"""


class SlidingWindow:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.times = []
        self.latest = 0
        self.log = {}

    def allow(self, now):
        self.latest = max(self.latest, now)
        now = self.latest
        self.times = [t for t in self.times if t > now - self.window]
        self.log[now] = len(self.times)
        if len(self.times) < self.limit:
            self.times.append(now)
            return True
        return False

    def retry_after(self, now):
        kept = [t for t in self.times if t > now - self.window]
        if len(kept) < self.limit:
            return 0
        return kept[0] + self.window - now
