"""
mechanism: keeps every time where nobody counts: in the module, not in the object
cell: sliding-window
points: 14
undefended: what an object keeps is counted in learner code's own process, where it can be hidden
"""

ALL = {}


class SlidingWindow:
    def __init__(self, limit, window):
        self.limit, self.window, self.latest = limit, window, 0
        ALL[id(self)] = []
        self.key = id(self)

    def allow(self, now):
        self.latest = max(self.latest, now)
        if len(self.counting(self.latest)) >= self.limit:
            return False
        ALL[self.key].append(self.latest)
        return True

    def retry_after(self, now):
        kept = self.counting(max(self.latest, now))
        return 0 if len(kept) < self.limit else kept[0] + self.window - now

    def counting(self, now):
        return [t for t in ALL[self.key] if t > now - self.window]
