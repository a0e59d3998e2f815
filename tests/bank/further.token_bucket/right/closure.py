"""No class: a function that returns an object made of closures; the emptiness is kept."""

from types import SimpleNamespace


def TokenBucket(capacity, refill_every):
    missing = latest = 0

    def allow(now, cost=1):
        nonlocal missing, latest
        passed = max(0, now - latest)
        latest += passed
        missing = max(0, missing - passed)
        if missing + cost * refill_every > capacity * refill_every:
            return False
        missing += cost * refill_every
        return True

    def retry_after(now, cost=1):
        if cost > capacity:
            return None
        over = missing + (cost - capacity) * refill_every
        return max(0, latest + over - now) if over > 0 else 0

    return SimpleNamespace(allow=allow, retry_after=retry_after)
