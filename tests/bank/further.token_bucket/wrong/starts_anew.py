"""Every attempt starts the count to the next token anew.
caught by: the count to the next token goes on
says: sends in between change nothing
"""


class TokenBucket:
    def __init__(self, capacity, refill_every):
        self.capacity = capacity
        self.refill_every = refill_every
        self.tokens = capacity
        self.since = 0
        self.latest = 0

    def allow(self, now, cost=1):
        if now > self.latest:
            self.latest = now
        came, _ = divmod(self.latest - self.since, self.refill_every)
        if self.tokens + came >= self.capacity:
            self.tokens, self.since = self.capacity, self.latest
        else:
            self.tokens += came
            self.since = self.latest
        if self.tokens < cost:
            return False
        self.tokens -= cost
        return True

    def retry_after(self, now, cost=1):
        if cost > self.capacity:
            return None
        missing = cost - self.tokens
        if missing <= 0:
            return 0
        return max(0, self.since + missing * self.refill_every - now)
