"""One number: the milliseconds of filling that are in the bucket."""


class TokenBucket:
    def __init__(self, capacity, refill_every):
        self.size = capacity * refill_every
        self.refill_every = refill_every
        self.level = self.size
        self.latest = 0

    def allow(self, now, cost=1):
        now = max(now, self.latest)
        self.level = self.level_at(now)
        self.latest = now
        if cost * self.refill_every > self.level:
            return False
        self.level -= cost * self.refill_every
        return True

    def retry_after(self, now, cost=1):
        needed = cost * self.refill_every
        if needed > self.size:
            return None
        if needed <= self.level:
            return 0
        return max(0, self.latest + needed - self.level - now)

    def level_at(self, now):
        return min(self.size, self.level + now - self.latest)
