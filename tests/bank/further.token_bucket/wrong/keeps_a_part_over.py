"""A full bucket keeps counting to one more token.
caught by: one token comes each refill_every, and never more than capacity
says: a full bucket runs over
"""


class TokenBucket:
    def __init__(self, capacity, refill_every):
        self.capacity = capacity
        self.every = refill_every
        self.tokens = capacity
        self.ticks = 0
        self.latest = 0

    def allow(self, now, cost=1):
        self.latest = max(self.latest, now)
        ticks = self.latest // self.every
        self.tokens = min(self.capacity, self.tokens + ticks - self.ticks)
        self.ticks = ticks
        if cost > self.tokens:
            return False
        self.tokens -= cost
        return True

    def retry_after(self, now, cost=1):
        if cost > self.capacity:
            return None
        if cost <= self.tokens:
            return 0
        return max(0, (self.ticks + cost - self.tokens) * self.every - now)
