"""The hour is counted for each contact.
caught by: each limit refuses in its own name, and of several the first
says: got 'ok', expected 'hour'
"""

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


class Gate:
    def __init__(self, per_hour, per_pair, per_day):
        self.per_hour = per_hour
        self.per_pair = per_pair
        self.per_day = per_day
        self.latest = 0
        self.sends = []  # (time, contact), for an hour
        self.counted = {}  # contact: time of its last counted send, for a day
        self.heard = {}  # contact: time of its last message, for a day

    def received(self, contact, now):
        self.move_to(now)
        self.heard[contact] = self.latest

    def allow(self, contact, now):
        self.move_to(now)
        if [who for _, who in self.sends].count(contact) >= self.per_hour:
            return "hour"
        if self.recent().count(contact) >= self.per_pair:
            return "pair"
        free = contact in self.heard
        known = contact in self.counted
        if not free and not known and len(self.counted) >= self.per_day:
            return "day"
        self.sends.append((self.latest, contact))
        if not free:
            self.counted[contact] = self.latest
        return "ok"

    def tracked(self):
        return len({*self.recent(), *self.counted, *self.heard})

    def recent(self):
        return [who for time, who in self.sends if time > self.latest - MINUTE]

    def move_to(self, now):
        self.latest = max(self.latest, now)
        self.sends = [one for one in self.sends if one[0] > self.latest - HOUR]
        self.counted = {who: t for who, t in self.counted.items() if t > self.latest - DAY}
        self.heard = {who: t for who, t in self.heard.items() if t > self.latest - DAY}
