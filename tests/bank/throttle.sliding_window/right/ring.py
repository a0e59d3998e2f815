"""A ring: a list of fixed length and an index that goes round."""


class SlidingWindow:
    def __init__(self, limit, window):
        self.window = window
        self.ring = [-window] * limit
        self.oldest = 0
        self.latest = 0

    def allow(self, now):
        self.latest = max(self.latest, now)
        if self.ring[self.oldest] > self.latest - self.window:
            return False
        self.ring[self.oldest] = self.latest
        self.oldest = (self.oldest + 1) % len(self.ring)
        return True

    def retry_after(self, now):
        free = self.ring[self.oldest] + self.window
        return 0 if free <= max(now, self.latest) else free - now
