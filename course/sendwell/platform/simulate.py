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
from collections import Counter
from collections.abc import Generator

from simpy import Environment, Event  # codespell:ignore simpy

from sendwell.platform.decisions import TARGET, Decisions
from sendwell.platform.outcome import Frame, Outcome
from sendwell.platform.settings import (
    DAY,
    FIVE,
    HOUR,
    LADDER,
    Brigade,
    PlatformError,
    Settings,
)
from sendwell.platform.tally import Tally

#: The recent accounts that a repeat is about.
_RECENT = 500
_STREAMS = (
    *("arrivals", "kinds", "truth", "filter", "reviews", "people", "appeals"),
    *("packages", "blocks", "messages", "legal", "brigade"),
)


class _Item:
    """What a reviewer takes up: one account's reports, merged or one, at its highest priority.

    ``size`` is the largest package among them.
    """

    __slots__ = ("account", "guilty", "kind", "reports", "size", "taken")

    def __init__(self, kind: int, account: int, size: int, *, guilty: bool) -> None:
        self.kind, self.account, self.size = kind, account, size
        self.guilty, self.taken = guilty, False
        self.reports: list[tuple[Tally, int]] = []


class _Platform:
    def __init__(self, settings: Settings, seed: int) -> None:
        self.settings = settings
        self.env = Environment()
        self.tallies = [Tally(kind.name) for kind in settings.kinds]
        self.brigade = Tally("brigade") if settings.brigade else None
        self.count: Counter[str] = Counter()
        self.random = {name: random.Random(f"{seed}/{name}") for name in _STREAMS}  # noqa: S311
        self.decisions = Decisions(self.env, settings, self.random)
        self.queue: list[tuple[int, int, _Item]] = []
        self.open: dict[int, _Item] = {}
        self.repeats = settings.repeats
        self.staff = settings.staff[0]
        self.busy = self.serial = self.accounts = 0
        self.busy_area = self.busy_since = 0.0
        self.packages = [0] * (FIVE + 1)
        total, self.sizes = 0.0, list[float]()
        for weight in settings.package:
            total += weight
            self.sizes.append(total)
        self.always_all = total == settings.package[FIVE]

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
        log, uniform, settle = math.log, draw.random, self.decisions.by_filter
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
            account, size = self.account(), self.package()
            guilty = truth.random() < kind.guilty
            if kind.human < 1 and route.random() >= kind.human:
                self.count["received"] += 1
                self.count["filtered"] += 1
                delay = moment - env.now + settings.filter_time
                settle(account, size, guilty=guilty, delay=delay)
                continue
            if moment > env.now:
                yield env.timeout(moment - env.now)
            self.enqueue(index, account, size, self.tallies[index], guilty=guilty)

    def crowd(self, brigade: Brigade) -> Generator[Event, None, None]:
        """A crowd's reports, in order of time."""
        draw, env = self.random["brigade"].random, self.env
        for moment in sorted(brigade.start + draw() * brigade.over for _ in range(brigade.reports)):
            yield env.timeout(moment - env.now)
            self.packages[FIVE] += 1
            self.enqueue(brigade.kind, TARGET, FIVE, self.brigade, guilty=False)

    def account(self) -> int:
        """The account that a report is about: a new one, or one of the recent."""
        draw = self.random["kinds"].random
        if self.repeats and self.accounts and draw() < self.repeats:
            return self.accounts - int(draw() * min(self.accounts, _RECENT))
        self.accounts += 1
        return self.accounts

    def package(self) -> int:
        """How many messages go with a report."""
        size = FIVE
        if not self.always_all:
            ends = self.sizes
            size = min(bisect_left(ends, self.random["packages"].random() * ends[-1]), FIVE)
        self.packages[size] += 1
        return size

    def enqueue(
        self, index: int, account: int, size: int, tally: Tally | None, *, guilty: bool
    ) -> None:
        """A report joins the queue, or an item about the same account that waits already."""
        assert tally is not None
        now = self.env.now
        self.count["received"] += 1
        self.serial += 1
        tally.join(now, self.serial, counted=now >= self.settings.warm_up)
        item = self.open.get(account) if self.settings.merging else None
        if item is None:
            item = _Item(index, account, size, guilty=guilty)
            self.open[account] = item
            self.push(item)
        else:
            self.count["merged"] += 1
            item.guilty = item.guilty or guilty
            item.size = max(item.size, size)
            if index < item.kind:
                item.kind = index
                if self.settings.priority:
                    self.push(item)
        item.reports.append((tally, self.serial))
        self.start()

    def push(self, item: _Item) -> None:
        """Line an item up; one lined up twice is taken up at the first of its places."""
        heapq.heappush(self.queue, (item.kind if self.settings.priority else 0, self.serial, item))

    def start(self) -> None:
        """Give waiting items to free reviewers."""
        while self.busy < self.staff and self.queue:
            item = heapq.heappop(self.queue)[2]
            if item.taken:
                continue
            item.taken = True
            if self.open.get(item.account) is item:
                del self.open[item.account]
            for tally, serial in item.reports:
                tally.leave(self.env.now, serial, self.settings.warm_up)
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
        self.decisions.by_people(item.account, item.size, guilty=item.guilty)
        self.start()

    def occupy(self, change: int) -> None:
        """Count busy time up to now, and one reviewer more or less."""
        now = self.env.now
        self.busy_area += self.busy * (now - self.busy_since)
        self.busy_since = now
        self.busy += change

    def shifts(self) -> Generator[Event, None, None]:
        """The number on duty changes with the hour; who is at work finishes it first."""
        while len(self.settings.staff) > 1:
            self.staff = self.settings.staff[int(self.env.now // HOUR) % 24]
            self.start()
            yield self.env.timeout(HOUR)

    def warm(self) -> None:
        """The warm-up is over: count from now on."""
        now = self.env.now
        self.occupy(0)
        self.busy_area = 0.0
        for tally in (*self.tallies, self.decisions.appeals, self.brigade):
            if tally:
                tally.forget(now)

    def beside(self) -> tuple[int, int]:
        """How many messages were written and how many people blocked.

        What nobody reported is independent of what somebody did (a Poisson process, split), so it
        is drawn as one number, without an event.
        """
        settings, received = self.settings, self.count["received"]
        whole, rest = divmod(settings.horizon / DAY, 1)
        days = sum(settings.days[day % 7] for day in range(int(whole)))
        days += settings.days[int(whole) % 7] * rest
        messages = 0
        if settings.messages_per_day:
            more = (settings.messages_per_day - settings.reports_per_day) * days
            messages = received + poisson(more, self.random["messages"])
        draw = self.random["blocks"]
        blocks = poisson(settings.blocks_alone * settings.reports_per_day * days, draw)
        if settings.blocks_with:
            blocks += sum(draw.random() < settings.blocks_with for _ in range(received))
        return messages, blocks

    def frame(self, moment: int) -> Frame:
        """What there is to see at ``moment``."""
        count, decisions = self.count, self.decisions
        by_filter, by_people = decisions.matrices()
        done = decisions.count
        return Frame(
            time=moment,
            received=count["received"],
            filtered=count["filtered"],
            merged=count["merged"],
            waiting=tuple(len(tally.waiting) for tally in self.tallies),
            busy=self.busy,
            reviewed=done["reviewed"],
            filter=by_filter,
            people=by_people,
            sanctions={rung: decisions.sanctions[rung] for rung in LADDER},
            appealed=done["appealed"],
            reversed_=done["reversed"],
            upheld=done["upheld"],
        )

    def outcome(self) -> Outcome:
        """What happened, up to the horizon."""
        settings, count, decisions = self.settings, self.count, self.decisions
        self.occupy(0)
        messages, blocks = self.beside()
        by_filter, by_people = decisions.matrices()
        done = decisions.count
        return Outcome(
            messages=messages,
            blocks=blocks,
            received=count["received"],
            packages=tuple(self.packages),
            filtered=count["filtered"],
            merged=count["merged"],
            reviewed=done["reviewed"],
            waiting=len({id(item) for _, _, item in self.queue if not item.taken}),
            in_review=self.busy,
            legal=done["settled"],
            in_legal=done["legal"] - done["settled"],
            again=done["again"],
            filter=by_filter,
            people=by_people,
            sanctions={rung: decisions.sanctions[rung] for rung in LADDER},
            appealed=done["appealed"],
            reversed_=done["reversed"],
            upheld=done["upheld"],
            appeals_open=len(decisions.queue) + decisions.hearing,
            utilisation=self.busy_area / _on_duty(settings),
            classes=tuple(tally.outcome(settings) for tally in self.tallies),
            appeals=decisions.appeals.outcome(settings),
            brigade=self.brigade.outcome(settings) if self.brigade else None,
            brigade_sanctions=done["crowd_sanctions"],
        )


def poisson(mean: float, draw: random.Random) -> int:
    """A number with the Poisson distribution, above a mean of 500 by the normal one."""
    if mean > 500:
        return max(0, round(draw.gauss(mean, math.sqrt(mean))))
    number, product, floor = 0, draw.random(), math.exp(-mean)
    while product > floor:
        number += 1
        product *= draw.random()
    return number


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
    platform = _started(settings, seed)
    platform.env.run(until=settings.horizon)
    return platform.outcome()


def watch(settings: Settings, seed: int, every: int) -> tuple[tuple[Frame, ...], Outcome]:
    """Run it as `simulate` does, and look at it each ``every`` ms after the warm-up.

    The first frame is at the end of the warm-up, the last at the horizon or before it. Raises
    PlatformError for an ``every`` below 1.
    """
    if every < 1:
        raise PlatformError(f"every must be at least 1 ms, found {every}.")
    platform = _started(settings, seed)
    frames = [platform.frame(settings.warm_up)]
    for moment in range(settings.warm_up + every, settings.horizon + 1, every):
        platform.env.run(until=moment)
        frames.append(platform.frame(moment))
    if frames[-1].time < settings.horizon:
        platform.env.run(until=settings.horizon)
    return tuple(frames), platform.outcome()


def _started(settings: Settings, seed: int) -> _Platform:
    """A platform after its warm-up."""
    platform = _Platform(settings, seed)
    platform.env.process(platform.shifts())
    platform.env.process(platform.arrivals())
    if settings.brigade:
        platform.env.process(platform.crowd(settings.brigade))
    if settings.warm_up:
        platform.env.run(until=settings.warm_up)
        platform.warm()
    return platform
