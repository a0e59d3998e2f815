"""Takes a place and gives it back, but the times that were swept out stay away.
caught by: retry_after changes nothing
says: must have changed nothing
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
        before = self.latest
        wait = 0
        if self.allow(now):
            self.times.pop()
        else:
            wait = self.times[0] + self.window - now
        self.latest = before
        return wait
