"""One number: the milliseconds of filling that are in the bucket."""


class TokenBucket:
    def __init__(self, capacity, refill_every):
        self.refill_every = refill_every
        self.size = self.price(capacity)
        self.level = self.size
        self.latest = 0

    def allow(self, now, cost=1):
        passed = max(0, now - self.latest)
        self.latest += passed
        self.level += passed
        self.level -= max(0, self.level - self.size)  # what runs over
        if self.price(cost) > self.level:
            return False
        self.level -= self.price(cost)
        return True

    def retry_after(self, now, cost=1):
        missing = self.price(cost) - self.level
        if missing <= 0:
            return 0
        return max(0, missing - (now - self.latest)) if self.price(cost) <= self.size else None

    def price(self, cost):
        return cost * self.refill_every
