"""The shop's week as a discrete simulation: one sender, one message a second at most.

No clock, no randomness: the same policy always gives the same week. Times are in milliseconds.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import lru_cache

from sendwell.shop.delivery import Platform, RecentPeople, TodaysPeople
from sendwell.shop.people import END, RELEASED, Person, Question, Stop, events, people
from sendwell.shop.policy import DAY, HOUR, SECOND, Policy
from sendwell.shop.week import Answered, Send, Week

#: The shop's own program sends no faster than this, far below the platform's throughput.
PACE = SECOND
#: How long the program leaves its offers alone after "too many people", and a person after "pair".
PAUSE = HOUR
PAIR_PAUSE = 64 * SECOND

_AUDIENCE = {
    "asked": {"asked"},
    "customers": {"asked", "customer"},
    "everyone": {"asked", "customer", "bought"},
}


@dataclass
class _Offer:
    """An offer in the queue; ``order`` is its place among everything that arrived."""

    person: Person
    offer: int
    order: int


@dataclass
class _Reply:
    """A question that is being answered, with ``left`` messages to go."""

    person: Person
    asked: int
    order: int
    left: int
    done: int | None = None


@lru_cache(maxsize=64)
def run_week(policy: Policy) -> Week:
    """Run ``policy`` through the five days and return what happened."""
    return _Shop(policy).run()


class _Shop:
    """The state of one run. Offers wait in one lane a time zone, questions in a list."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.platform = Platform()
        self.written = RecentPeople() if policy.count_over == "moving" else TodaysPeople()
        self.lanes: dict[int, deque[_Offer]] = {}
        self.open: list[_Reply] = []
        self.replies: list[_Reply] = []
        self.stopped: set[int] = set()
        self.ready: dict[int, int] = {}
        self.paused_until = 0
        self.sends: list[Send] = []
        self.waiting: list[int] = []
        self.arrived = 0

    def run(self) -> Week:
        """Go from arrival to arrival, and send in between."""
        arrivals: list[tuple[int, Question | Stop | int]] = [(e.time, e) for e in events()]
        arrivals += [(time, offer) for offer, time in enumerate(RELEASED)]
        arrivals.sort(key=lambda arrival: arrival[0])
        midnight, now = DAY, 0
        for time, event in [*arrivals, (END, None)]:
            while midnight <= time:
                now = self._send_until(now, midnight)
                self.waiting.append(sum(map(len, self.lanes.values())))
                midnight += DAY
            now = self._send_until(now, time)
            self._take(event, time)
        answered = (
            Answered(r.asked, r.person, None if r.done is None else r.done - r.asked)
            for r in self.replies
        )
        return Week(tuple(self.sends), tuple(answered), tuple(self.waiting))

    def _take(self, event: Question | Stop | int | None, now: int) -> None:
        if isinstance(event, Question):
            self.platform.hear(event.person, now)
            reply = _Reply(people()[event.person], now, self._order(), event.parts)
            self.open.append(reply)
            self.replies.append(reply)
        elif isinstance(event, Stop):
            self.platform.hear(event.person, now)
            self.stopped.add(event.person)
            if self.policy.stop == "at once":
                for ahead, lane in self.lanes.items():
                    self.lanes[ahead] = deque(o for o in lane if o.person.number != event.person)
        elif event is not None:
            self._queue(event)

    def _queue(self, offer: int) -> None:
        groups = _AUDIENCE[self.policy.audience]
        for person in people():
            removed = self.policy.stop != "never" and person.number in self.stopped
            if person.group in groups and not removed:
                lane = self.lanes.setdefault(person.ahead, deque())
                lane.append(_Offer(person, offer, self._order()))

    def _order(self) -> int:
        self.arrived += 1
        return self.arrived

    def _send_until(self, now: int, end: int) -> int:
        """Send what may leave from ``now`` until ``end``; return when the sender is free again."""
        while now < end:
            offer_at, lane = self._next_offer(now)
            reply_at, reply = self._next_reply(now)
            soonest = min(offer_at, reply_at)
            if soonest > now:
                now = min(soonest, end)
                continue
            first = lane if offer_at <= now else None
            if reply is not None and reply_at <= now and self._reply_first(reply, first):
                self._send_part(reply, now)
            elif lane is not None:
                self._send_offer(lane, now)
            now += PACE
        return now

    def _reply_first(self, reply: _Reply, lane: deque[_Offer] | None) -> bool:
        if lane is None or self.policy.answers != "in turn":
            return True  # with "after", a reply is only proposed when no offer waits
        return reply.order < lane[0].order

    def _next_offer(self, now: int) -> tuple[int, deque[_Offer] | None]:
        """When an offer may leave next, and the lane in which it waits (END if there is none)."""
        best: tuple[int, int, deque[_Offer] | None] = (END, 0, None)
        for lane in self.lanes.values():
            if lane:
                best = min(best, (self._offer_time(lane[0].person, now), lane[0].order, lane))
        return best[0], best[2]

    def _offer_time(self, person: Person, now: int) -> int:
        quiet = now + self._quiet_left(person, now)
        times = [now, quiet, self.paused_until, self.ready.get(person.number, 0)]
        if not self.platform.window_open(person.number, now):
            full = self.written.count(now) >= self.policy.most_people
            if full and self.written.takes_place(person.number, now):
                times.append(self.written.frees_at(now))
        return max(times)

    def _quiet_left(self, person: Person, now: int) -> int:
        """How many milliseconds of quiet hours are left at ``now``; 0 outside them."""
        start, until = self.policy.quiet_from, self.policy.quiet_until
        clock = person.clock(now) if self.policy.quiet_where == "customer" else now % DAY
        inside = (clock - start) % DAY < (until - start) % DAY
        return (until - clock) % DAY if inside else 0

    def _next_reply(self, now: int) -> tuple[int, _Reply | None]:
        """When a part of an answer may leave next, and of which (END if there is none)."""
        if not self.open or (self.policy.answers == "after" and any(self.lanes.values())):
            return END, None
        at, _, reply = min((self._reply_time(r, now), r.order, r) for r in self.open)
        return at, reply

    def _reply_time(self, reply: _Reply, now: int) -> int:
        return max(now, self.ready.get(reply.person.number, 0))

    def _send_part(self, reply: _Reply, now: int) -> None:
        refused = self._send(reply.person, -1, now)
        if refused == "closed":
            self.open.remove(reply)
        elif not refused:
            reply.left -= 1
            if reply.left == 0:
                reply.done = now
                self.open.remove(reply)

    def _send_offer(self, lane: deque[_Offer], now: int) -> None:
        job = lane[0]
        in_window = self.platform.window_open(job.person.number, now)
        refused = self._send(job.person, job.offer, now)
        if refused == "people":
            self.paused_until = now + PAUSE
        elif not refused:
            lane.popleft()
            if not in_window:
                self.written.add(job.person.number, now)

    def _send(self, person: Person, offer: int, now: int) -> str:
        refused = self.platform.send(person.number, now, template=offer >= 0)
        self.sends.append(Send(now, person, offer, refused))
        pause = PAIR_PAUSE if refused == "pair" else self.policy.gap
        self.ready[person.number] = now + pause
        return refused
