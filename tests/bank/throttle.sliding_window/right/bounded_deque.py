"""A deque of maxlen limit: only the limit-th newest decides, nothing is ever swept out."""

from collections import deque


class SlidingWindow:
    def __init__(self, limit, window):
        self.window = window
        self.sent = deque(maxlen=limit)
        self.latest = 0

    def free_from(self):
        full = len(self.sent) == self.sent.maxlen
        return self.sent[0] + self.window if full else 0

    def allow(self, now):
        self.latest = max(self.latest, now)
        if self.latest < self.free_from():
            return False
        self.sent.append(self.latest)
        return True

    def retry_after(self, now):
        if self.latest >= self.free_from():
            return 0
        return max(0, self.free_from() - now)
