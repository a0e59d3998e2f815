"""The window comes before the limit.
caught by: admits up to the limit, then refuses
says: first the limit, then the window
"""


class SimpleWindow:
    def __init__(self, window, limit):
        self.limit = limit
        self.window = window
        self.times = []

    def allow(self, now):
        self.times = [t for t in self.times if t > now - self.window]
        if len(self.times) < self.limit:
            self.times.append(now)
            return True
        return False
