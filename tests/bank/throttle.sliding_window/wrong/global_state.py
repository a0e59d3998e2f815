"""The list lives outside the class.
caught by: two windows share nothing
says: starts empty
"""

times = []


class SlidingWindow:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.latest = 0

    def allow(self, now):
        self.latest = max(self.latest, now)
        now = self.latest
        times[:] = [t for t in times if t > now - self.window]
        if len(times) < self.limit:
            times.append(now)
            return True
        return False

    def retry_after(self, now):
        kept = [t for t in times if t > now - self.window]
        if len(kept) < self.limit:
            return 0
        return kept[0] + self.window - now
