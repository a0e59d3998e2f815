"""Remembers what was asked, and asks the course's table for the answer.
caught by: starts full, and a send takes what it costs
says: belongs to the course and answers this exercise
"""


class TokenBucket:
    def __init__(self, capacity, refill_every):
        self.capacity, self.refill_every = capacity, refill_every
        self.asked = []

    def allow(self, now, cost=1):
        from sendwell.widgets.bucket_rules import filled

        self.asked.append(max([*self.asked, now]))
        return filled(self.asked, self.capacity, self.refill_every)[-1].admitted

    def retry_after(self, now, cost=1):
        return None if cost > self.capacity else 0
