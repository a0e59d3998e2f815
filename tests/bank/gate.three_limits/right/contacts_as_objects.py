"""An object for each contact, thrown away when nothing in it matters any longer."""

from collections import deque


class Contact:
    def __init__(self):
        self.sends = deque()
        self.counts_until = 0
        self.open_until = 0

    def tidy(self, now):
        while self.sends and self.sends[0] <= now - 60_000:
            self.sends.popleft()

    def needed(self, now):
        return bool(self.sends) or now < self.counts_until or now < self.open_until


class Gate:
    def __init__(self, per_hour: int, per_pair: int, per_day: int) -> None:
        self.limits = per_hour, per_pair, per_day
        self.hour = deque()
        self.contacts = {}
        self.now = 0

    def received(self, contact: str, now: int) -> None:
        self.clock(now)
        self.contacts.setdefault(contact, Contact()).open_until = self.now + 86_400_000

    def allow(self, contact: str, now: int) -> str:
        now = self.clock(now)
        per_hour, per_pair, per_day = self.limits
        known = self.contacts.get(contact) or Contact()
        if len(self.hour) == per_hour:
            return "hour"
        if len(known.sends) == per_pair:
            return "pair"
        counts = now >= known.open_until
        if counts and now >= known.counts_until and self.slots() == per_day:
            return "day"
        self.contacts[contact] = known
        self.hour.append(now)
        known.sends.append(now)
        if counts:
            known.counts_until = now + 86_400_000
        return "ok"

    def tracked(self) -> int:
        return len(self.contacts)

    def slots(self):
        return sum(one.counts_until > self.now for one in self.contacts.values())

    def clock(self, now):
        self.now = max(now, self.now)
        while self.hour and self.hour[0] <= self.now - 3_600_000:
            self.hour.popleft()
        for name, one in [*self.contacts.items()]:
            one.tidy(self.now)
            if not one.needed(self.now):
                del self.contacts[name]
        return self.now
