"""What ends when, in one heap; counters go up at the start and down at the end. It prints."""

import heapq
from collections import Counter


class Gate:
    def __init__(self, per_hour, per_pair, per_day):
        self.most = {"hour": per_hour, "pair": per_pair}
        self.per_day = per_day
        self.latest = self.number = 0
        self.ends = []
        self.count = {"hour": Counter(), "pair": Counter(), "day": Counter(), "window": Counter()}

    def _start(self, kind, key, length):
        self.count[kind][key] += 1
        self.number += 1
        heapq.heappush(self.ends, (self.latest + length, self.number, kind, key))

    def _advance(self, now):
        self.latest = max(now, self.latest)
        while self.ends and self.ends[0][0] <= self.latest:
            _, _, kind, key = heapq.heappop(self.ends)
            self.count[kind][key] -= 1
            if not self.count[kind][key]:
                del self.count[kind][key]

    def received(self, contact, now):
        self._advance(now)
        self._start("window", contact, 24 * 60 * 60 * 1000)

    def allow(self, contact, now):
        self._advance(now)
        for kind, key in ("hour", ""), ("pair", contact):
            if self.count[kind][key] >= self.most[kind]:
                print("refused:", kind)
                return kind
        counts = contact not in self.count["window"]
        if counts and contact not in self.count["day"] and len(self.count["day"]) >= self.per_day:
            return "day"
        self._start("hour", "", 60 * 60 * 1000)
        self._start("pair", contact, 60 * 1000)
        if counts:
            self._start("day", contact, 24 * 60 * 60 * 1000)
        return "ok"

    def tracked(self):
        return len(self.count["pair"] | self.count["day"] | self.count["window"])
