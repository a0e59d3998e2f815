"""Exact fractions of a token; prints what it does."""

from fractions import Fraction


class TokenBucket:
    def __init__(self, capacity: int, refill_every: int) -> None:
        self.capacity = Fraction(capacity)
        self.rate = Fraction(1, refill_every)
        self.tokens = Fraction(capacity)
        self.latest = 0

    def allow(self, now: int, cost: int = 1) -> bool:
        self.latest, passed = max(now, self.latest), max(0, now - self.latest)
        self.tokens = min(self.capacity, self.tokens + passed * self.rate)
        enough = self.tokens >= cost
        if enough and now < 3:
            print("enough at", now)
        self.tokens -= cost if enough else 0
        return enough

    def retry_after(self, now: int, cost: int = 1) -> int | None:
        if cost > self.capacity:
            return None
        wait = max(Fraction(0), (cost - self.tokens) / self.rate)
        return max(0, int(self.latest + wait) - now) if wait else 0
