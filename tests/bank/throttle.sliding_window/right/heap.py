"""A heap of the moments at which each send stops counting."""

from heapq import heappop, heappush


class SlidingWindow:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.ends = []
        self.latest = 0

    def allow(self, now):
        self.latest = max(self.latest, now)
        while self.ends and self.ends[0] <= self.latest:
            heappop(self.ends)
        if len(self.ends) == self.limit:
            return False
        heappush(self.ends, self.latest + self.window)
        return True

    def retry_after(self, now):
        still = sorted(end for end in self.ends if end > now)
        return still[0] - now if len(still) >= self.limit else 0
