"""A moving window, not a bucket.
caught by: one token comes each refill_every, and never more than capacity
says: got False
"""


class TokenBucket:
    def __init__(self, capacity, refill_every):
        self.capacity, self.window = capacity, capacity * refill_every
        self.times = []
        self.latest = 0

    def allow(self, now, cost=1):
        self.latest = max(self.latest, now)
        self.times = [t for t in self.times if t > self.latest - self.window]
        if len(self.times) + cost > self.capacity:
            return False
        self.times += [self.latest] * cost
        return True

    def retry_after(self, now, cost=1):
        if cost > self.capacity:
            return None
        return 0
