"""The level is kept on the class.
caught by: two buckets share nothing
says: starts full
"""


class TokenBucket:
    level = None
    latest = 0

    def __init__(self, capacity, refill_every):
        self.size = capacity * refill_every
        self.refill_every = refill_every
        if TokenBucket.level is None or capacity > 1:
            TokenBucket.level, TokenBucket.latest = self.size, 0

    def allow(self, now, cost=1):
        now = max(now, self.latest)
        TokenBucket.level = self.level_at(now)
        TokenBucket.latest = now
        if cost * self.refill_every > self.level:
            return False
        TokenBucket.level -= cost * self.refill_every
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
