"""The simulation itself, one event for each review and each report that reaches people.

The clock counts milliseconds from a Monday, 00:00. What the filter settles costs no event: only
reviews at hand and the next arrival wait in the calendar, so its size is that of the staff. Each
source of randomness has a stream of its own, so more staff leaves the arrivals as they were.
"""

from __future__ import annotations

import heapq
import math
import random
from bisect import bisect_left
from collections import Counter, OrderedDict, deque
from collections.abc import Generator

from simpy import Environment, Event  # codespell:ignore simpy

from sendwell.platform.outcome import ClassOutcome, Outcome
from sendwell.platform.settings import DAY, HOUR, Kind, Settings

#: Upper bounds of the waits that are counted together, in ms; the last count is what is longer.
BOUNDS = (60_000, 600_000, HOUR, 4 * HOUR, 12 * HOUR, DAY, 2 * DAY)
LADDER = ("warning", "limited", "suspended", "banned")
#: Accounts whose earlier sanctions are remembered, and recent ones that a repeat is about.
_REMEMBERED = 2_000
_RECENT = 500


class _Tally:
    """A kind's counts. ``area`` is the integral of the number waiting since the warm-up."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.waiting: dict[int, float] = {}
        self.arrived = self.taken = 0
        self.total = self.longest = self.area = self.since = 0.0
        self.waits = [0] * (len(BOUNDS) + 1)

    def advance(self, now: float) -> None:
        """Count the queue up to ``now``."""
        self.area += len(self.waiting) * (now - self.since)
        self.since = now


class _Item:
    """What a reviewer takes up: one account's reports, merged or one, at its highest priority."""

    __slots__ = ("account", "guilty", "kind", "reports", "taken")

    def __init__(self, kind: int, account: int, *, guilty: bool) -> None:
        self.kind, self.account, self.guilty, self.taken = kind, account, guilty, False
        self.reports: list[tuple[int, int]] = []


class _Platform:
    def __init__(self, settings: Settings, seed: int) -> None:
        self.settings = settings
        self.env = Environment()
        self.tallies = [_Tally(kind) for kind in settings.kinds]
        self.count: Counter[str] = Counter()
        self.sanctions: Counter[str] = Counter()
        names = ("arrivals", "kinds", "truth", "filter", "reviews", "people", "appeals")
        self.random = {name: random.Random(f"{seed}/{name}") for name in names}  # noqa: S311
        self.queue: list[tuple[int, int, _Item]] = []
        self.open: dict[int, _Item] = {}
        self.repeats = settings.repeats
        self.strikes: OrderedDict[int, int] = OrderedDict()
        self.staff = settings.staff[0]
        self.busy = self.serial = self.accounts = 0
        self.busy_area = self.busy_since = self.duty = 0.0
        self.appeal_queue: deque[bool] = deque()
        self.appeal_busy = 0

    def arrivals(self) -> Generator[Event, None, None]:
        """Reports as a Poisson process whose rate depends on the day, by thinning."""
        settings, env = self.settings, self.env
        draw, kinds = self.random["arrivals"], self.random["kinds"]
        truth, route = self.random["truth"], self.random["filter"]
        top = max(settings.days)
        rate = settings.reports_per_day * top / DAY
        accept = [day / top for day in settings.days]
        ends, total = [], 0.0
        for kind in settings.kinds:
            total += kind.share
            ends.append(total)
        wrongly = 1 - settings.filter_clears
        log, uniform = math.log, draw.random
        moment = 0.0
        while True:
            moment -= log(1.0 - uniform()) / rate
            if moment >= settings.horizon:
                return
            chance = accept[int(moment // DAY) % 7]
            if chance < 1 and draw.random() >= chance:
                continue
            index = min(bisect_left(ends, kinds.random() * total), len(ends) - 1)
            kind = settings.kinds[index]
            self.count["received"] += 1
            account = self.account()
            guilty = truth.random() < kind.guilty
            if kind.human < 1 and route.random() >= kind.human:
                self.count["filtered"] += 1
                if route.random() < (settings.filter_catches if guilty else wrongly):
                    delay = moment - env.now + settings.filter_time
                    self.uphold(account, guilty=guilty, delay=delay)
                else:
                    self.count["missed"] += guilty
                continue
            if moment > env.now:
                yield env.timeout(moment - env.now)
            self.enqueue(index, account, guilty=guilty)

    def account(self) -> int:
        """The account that a report is about: a new one, or one of the recent."""
        draw = self.random["kinds"].random
        if self.repeats and self.accounts and draw() < self.repeats:
            return self.accounts - int(draw() * min(self.accounts, _RECENT))
        self.accounts += 1
        return self.accounts

    def enqueue(self, index: int, account: int, *, guilty: bool) -> None:
        """A report joins the queue, or an item about the same account that waits already."""
        now, tally = self.env.now, self.tallies[index]
        self.serial += 1
        tally.advance(now)
        tally.waiting[self.serial] = now
        tally.arrived += now >= self.settings.warm_up
        item = self.open.get(account) if self.settings.merging else None
        if item is None:
            item = _Item(index, account, guilty=guilty)
            self.open[account] = item
            self.push(item)
        else:
            self.count["merged"] += 1
            item.guilty = item.guilty or guilty
            if index < item.kind:
                item.kind = index
                if self.settings.priority:
                    self.push(item)
        item.reports.append((index, self.serial))
        self.start()

    def push(self, item: _Item) -> None:
        """Line an item up; one lined up twice is taken up at the first of its places."""
        heapq.heappush(self.queue, (item.kind if self.settings.priority else 0, self.serial, item))

    def start(self) -> None:
        """Give waiting items to free reviewers."""
        now, settings = self.env.now, self.settings
        while self.busy < self.staff and self.queue:
            item = heapq.heappop(self.queue)[2]
            if item.taken:
                continue
            item.taken = True
            if self.open.get(item.account) is item:
                del self.open[item.account]
            for index, serial in item.reports:
                tally = self.tallies[index]
                tally.advance(now)
                came = tally.waiting.pop(serial)
                if came >= settings.warm_up:
                    wait = now - came
                    tally.taken += 1
                    tally.total += wait
                    tally.longest = max(tally.longest, wait)
                    tally.waits[bisect_left(BOUNDS, wait)] += 1
            self.occupy(+1)
            event = self.env.timeout(self.duration(), item)
            event.callbacks.append(self.finish)

    def duration(self) -> float:
        """How long a review takes."""
        draw, settings = self.random["reviews"], self.settings
        if settings.spread == "exponential":
            return draw.expovariate(1 / settings.review)
        return draw.lognormvariate(
            math.log(settings.review) - settings.sigma**2 / 2, settings.sigma
        )

    def finish(self, event: Event) -> None:
        """A review ends with a decision; the reviewer takes the next item, or goes home."""
        item: _Item = event.value  # type: ignore[assignment]
        self.occupy(-1)
        self.count["reviewed"] += 1
        settings = self.settings
        catch = settings.human_catches if item.guilty else 1 - settings.human_clears
        if self.random["people"].random() < catch:
            self.uphold(item.account, guilty=item.guilty, delay=0)
        else:
            self.count["missed"] += item.guilty
        self.start()

    def occupy(self, change: int) -> None:
        """Count busy time up to now, and one reviewer more or less."""
        now = self.env.now
        self.busy_area += self.busy * (now - self.busy_since)
        self.busy_since = now
        self.busy += change

    def uphold(self, account: int, *, guilty: bool, delay: float) -> None:
        """A report is upheld: the ladder's next rung, which may be appealed after ``delay``."""
        self.count["wrong"] += not guilty
        rung = min(self.strikes.pop(account, 0), len(LADDER) - 1)
        self.strikes[account] = rung + 1
        if len(self.strikes) > _REMEMBERED:
            self.strikes.popitem(last=False)
        self.sanctions[LADDER[rung]] += 1
        if self.settings.appeals and self.random["appeals"].random() < self.settings.appeals:
            event = self.env.timeout(delay, guilty)
            event.callbacks.append(self.appeal)

    def appeal(self, event: Event) -> None:
        """An appeal joins the second queue."""
        self.count["appealed"] += 1
        self.appeal_queue.append(bool(event.value))
        self.hear()

    def hear(self) -> None:
        """Give waiting appeals to free reviewers of appeals."""
        while self.appeal_busy < self.settings.appeal_staff and self.appeal_queue:
            self.appeal_busy += 1
            draw = self.random["appeals"]
            event = self.env.timeout(
                draw.expovariate(1 / self.settings.appeal_review), self.appeal_queue.popleft()
            )
            event.callbacks.append(self.heard)

    def heard(self, event: Event) -> None:
        """An appeal ends: an innocent is restored as surely as a person clears one."""
        self.appeal_busy -= 1
        settings, guilty = self.settings, event.value
        back = 1 - settings.human_catches if guilty else settings.human_clears
        won = self.random["appeals"].random() < back
        self.count["reversed" if won else "upheld"] += 1
        self.hear()

    def shifts(self) -> Generator[Event, None, None]:
        """The number on duty changes with the hour; who is at work finishes it first."""
        while len(self.settings.staff) > 1:
            self.staff = self.settings.staff[int(self.env.now // HOUR) % 24]
            self.start()
            yield self.env.timeout(HOUR)

    def outcome(self) -> Outcome:
        """What happened, up to the horizon."""
        settings, count = self.settings, self.count
        span = settings.horizon - settings.warm_up
        self.occupy(0)
        classes = []
        for tally in self.tallies:
            tally.advance(settings.horizon)
            so_far = [
                settings.horizon - came
                for came in tally.waiting.values()
                if came >= settings.warm_up
            ]
            classes.append(
                ClassOutcome(
                    tally.kind.name,
                    tally.arrived,
                    tally.taken,
                    len(so_far),
                    tally.total / tally.taken if tally.taken else 0.0,
                    (tally.total + sum(so_far)) / tally.arrived if tally.arrived else 0.0,
                    tally.longest,
                    tally.area / span,
                    tally.arrived / span,
                    tuple(tally.waits),
                )
            )
        waiting = len({id(item) for _, _, item in self.queue if not item.taken})
        return Outcome(
            count["received"],
            count["filtered"],
            count["merged"],
            count["reviewed"],
            waiting,
            self.busy,
            count["wrong"],
            count["missed"],
            {rung: self.sanctions[rung] for rung in LADDER},
            count["appealed"],
            count["reversed"],
            count["upheld"],
            len(self.appeal_queue) + self.appeal_busy,
            self.busy_area / _on_duty(settings),
            tuple(classes),
        )


def _on_duty(settings: Settings) -> float:
    """Reviewers' time on duty after the warm-up."""
    if len(settings.staff) == 1:
        return settings.staff[0] * float(settings.horizon - settings.warm_up)
    total, now = 0.0, settings.warm_up
    while now < settings.horizon:
        end = min((now // HOUR + 1) * HOUR, settings.horizon)
        total += settings.staff[now // HOUR % 24] * (end - now)
        now = end
    return total


def simulate(settings: Settings, seed: int) -> Outcome:
    """Run the platform once; the same ``settings`` and ``seed`` give the same outcome."""
    platform = _Platform(settings, seed)
    platform.env.process(platform.shifts())
    platform.env.process(platform.arrivals())
    if settings.warm_up:
        platform.env.run(until=settings.warm_up)
        platform.occupy(0)
        platform.busy_area = 0.0
        for tally in platform.tallies:
            tally.advance(settings.warm_up)
            tally.area = 0.0
    platform.env.run(until=settings.horizon)
    return platform.outcome()
