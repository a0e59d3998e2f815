"""The gaps are still there.
caught by: admits up to the limit, then refuses
says: raised TypeError
"""


class SimpleWindow:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.times = []

    def allow(self, now):
        self.times = [t for t in self.times if t > ...]
        if len(self.times) < ...:
            self.times.append(now)
            return True
        return False
