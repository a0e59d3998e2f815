"""Never forgets a time: counts those that still lie in the window.
caught by: keeps no more than it needs
says: Memory that grows with every attempt
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
        inside = [t for t in self.times if t > now - self.window]
        if len(inside) < self.limit:
            self.times.append(now)
            return True
        return False

    def retry_after(self, now):
        kept = [t for t in self.times if t > now - self.window]
        if len(kept) < self.limit:
            return 0
        return kept[0] + self.window - now
