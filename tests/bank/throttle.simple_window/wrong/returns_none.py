"""Nothing is returned where the answer is no.
caught by: admits up to the limit, then refuses
says: is a return missing on this path?
"""


class SimpleWindow:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.times = []

    def allow(self, now):
        self.times = [t for t in self.times if t > now - self.window]
        if len(self.times) < self.limit:
            self.times.append(now)
            return True
