"""Keeps only the moment at which the bucket will be full again."""


class TokenBucket:
    def __init__(self, capacity, refill_every):
        self.capacity, self.every = capacity, refill_every
        self.full_at = self.latest = 0

    def allow(self, now, cost=1):
        self.latest = max(self.latest, now)
        then = max(self.full_at, self.latest) + cost * self.every
        if then > self.latest + self.capacity * self.every:
            return False
        self.full_at = then
        return True

    def retry_after(self, now, cost=1):
        if cost > self.capacity:
            return None
        free = self.full_at - (self.capacity - cost) * self.every
        return 0 if free <= self.latest else max(0, free - now)
