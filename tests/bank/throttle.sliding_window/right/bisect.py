"""A sorted list, cut with bisect."""

import bisect


class SlidingWindow:
    def __init__(self, limit, window):
        self.limit, self.window = limit, window
        self.times = []
        self.latest = 0

    def allow(self, now):
        self.latest = now = max(now, self.latest)
        del self.times[: bisect.bisect_right(self.times, now - self.window)]
        if len(self.times) >= self.limit:
            return False
        bisect.insort(self.times, now)
        return True

    def retry_after(self, now):
        count = len(self.times) - bisect.bisect_right(self.times, now - self.window)
        if count < self.limit:
            return 0
        return self.times[-self.limit] + self.window - now
