"""Forgets every time as soon as the oldest leaves.
caught by: lets no burst through at a boundary
says: Only two sends may lie in any stretch of 10 seconds
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
        if any(t <= now - self.window for t in self.times):
            self.times.clear()
        if len(self.times) < self.limit:
            self.times.append(now)
            return True
        return False

    def retry_after(self, now):
        kept = [t for t in self.times if t > now - self.window]
        if len(kept) < self.limit:
            return 0
        return kept[0] + self.window - now
