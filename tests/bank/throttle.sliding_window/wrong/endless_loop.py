"""Tries one moment after the other, and forgets to go on to the next.
caught by: retry_after is the smallest wait
says: Look for a loop that never ends
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
        wait = 0
        while len([t for t in self.times if t > now + wait - self.window]) >= self.limit:
            pass
        return wait
