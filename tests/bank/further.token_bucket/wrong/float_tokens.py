"""Adds up fractions of a token as floats.
caught by: many small steps: no drift, and no more kept than is needed
says: every seventh attempt
"""


class TokenBucket:
    def __init__(self, capacity, refill_every):
        self.capacity = capacity
        self.refill_every = refill_every
        self.tokens = float(capacity)
        self.latest = 0

    def allow(self, now, cost=1):
        now = max(now, self.latest)
        self.tokens = min(self.capacity, self.tokens + (now - self.latest) / self.refill_every)
        self.latest = now
        if self.tokens < cost:
            return False
        self.tokens -= cost
        return True

    def retry_after(self, now, cost=1):
        if cost > self.capacity:
            return None
        wait = (cost - self.tokens) * self.refill_every
        return max(0, round(self.latest + wait) - now) if wait > 0 else 0
