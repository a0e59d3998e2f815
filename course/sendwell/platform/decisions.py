"""What is decided, and what follows: the ladder of sanctions, the legal review, appeals.

A verdict rests on what was reported, not on how many reported it: whoever looks again at the same
messages comes to the same verdict, and nobody is punished twice for them.
"""

from __future__ import annotations

import random
from collections import Counter, OrderedDict, deque
from collections.abc import Mapping

from simpy import Environment, Event  # codespell:ignore simpy

from sendwell.platform.outcome import Confusion
from sendwell.platform.settings import FIVE, LADDER, Settings
from sendwell.platform.tally import Tally

#: The account that a crowd reports; others are numbered from 1.
TARGET = 0
#: Accounts whose earlier sanctions are remembered.
_REMEMBERED = 2_000


class Decisions:
    """The filter's and the reviewers' verdicts and all that follows from them."""

    def __init__(
        self, env: Environment, settings: Settings, streams: Mapping[str, random.Random]
    ) -> None:
        self.env, self.settings, self.random = env, settings, streams
        self.filter: Counter[str] = Counter()
        self.people: Counter[str] = Counter()
        self.count: Counter[str] = Counter()
        self.sanctions: Counter[str] = Counter()
        self.strikes: OrderedDict[int, int] = OrderedDict()
        self.appeals = Tally("appeals")
        self.queue: deque[tuple[int, int, bool]] = deque()
        self.hearing = 0
        # Drawn here, so that it does not depend on how many report.
        self.crowd_found = streams["brigade"].random() >= settings.human_clears
        self.lowest = LADDER.index(settings.appeal_from)

    def by_filter(self, account: int, size: int, *, guilty: bool, delay: float) -> None:
        """The filter settles a report; its verdict can be appealed after ``delay``."""
        settings = self.settings
        chance = self.catches(settings.filter_catches, size) if guilty else settings.wrongly
        found = self.random["filter"].random() < chance
        self.filter[_cell(guilty=guilty, found=found)] += 1
        if found:
            self.uphold(account, guilty=guilty, delay=delay)

    def by_people(self, account: int, size: int, *, guilty: bool) -> None:
        """A reviewer has looked: the verdict, unless the case goes on to the legal review."""
        self.count["reviewed"] += 1
        if account == TARGET:
            self.crowd()
        elif self.settings.legal and self.random["legal"].random() < self.settings.legal:
            self.count["legal"] += 1
            delay = self.random["legal"].expovariate(1 / self.settings.legal_time)
            event = self.env.timeout(delay, (account, size, guilty))
            event.callbacks.append(self.after_law)
        else:
            self.verdict(account, size, guilty=guilty)

    def crowd(self) -> None:
        """A review of what a crowd reports: one verdict on the same messages, not one a report."""
        if self.count["crowd"]:
            self.count["again"] += 1
            return
        self.count["crowd"] = 1
        self.people[_cell(guilty=False, found=self.crowd_found)] += 1
        if self.crowd_found:
            self.uphold(TARGET, guilty=False, delay=0)

    def after_law(self, event: Event) -> None:
        """The legal review of a case ends."""
        account, size, guilty = event.value  # type: ignore[misc]
        self.count["settled"] += 1
        self.verdict(account, size, guilty=guilty)

    def verdict(self, account: int, size: int, *, guilty: bool) -> None:
        """A person decides."""
        settings = self.settings
        catch = self.catches(settings.human_catches, size) if guilty else 1 - settings.human_clears
        found = self.random["people"].random() < catch
        self.people[_cell(guilty=guilty, found=found)] += 1
        if found:
            self.uphold(account, guilty=guilty, delay=0)

    def catches(self, chance: float, size: int) -> float:
        """The chance to catch a guilty one by a package of ``size`` messages."""
        return chance * (1 - self.settings.needs * (FIVE - size) / FIVE)

    def uphold(self, account: int, *, guilty: bool, delay: float) -> None:
        """A report is upheld: the ladder's next rung, which may be appealed after ``delay``."""
        rung = min(self.strikes.pop(account, 0), len(LADDER) - 1)
        self.strikes[account] = rung + 1
        if len(self.strikes) > _REMEMBERED:
            self.strikes.popitem(last=False)
        self.sanctions[LADDER[rung]] += 1
        self.count["crowd_sanctions"] += account == TARGET
        appeals = self.settings.appeals if rung >= self.lowest else 0.0
        if appeals and self.random["appeals"].random() < appeals:
            event = self.env.timeout(delay, (account, guilty))
            event.callbacks.append(self.appeal)

    def appeal(self, event: Event) -> None:
        """An appeal joins the second queue."""
        account, guilty = event.value  # type: ignore[misc]
        now, serial = self.env.now, self.count["appealed"]
        self.count["appealed"] += 1
        self.appeals.join(now, serial, counted=now >= self.settings.warm_up)
        self.queue.append((serial, account, guilty))
        self.hear()

    def hear(self) -> None:
        """Give waiting appeals to free reviewers of appeals."""
        while self.hearing < self.settings.appeal_staff and self.queue:
            self.hearing += 1
            serial, account, guilty = self.queue.popleft()
            self.appeals.leave(self.env.now, serial, self.settings.warm_up)
            delay = self.random["appeals"].expovariate(1 / self.settings.appeal_review)
            event = self.env.timeout(delay, (account, guilty))
            event.callbacks.append(self.heard)

    def heard(self, event: Event) -> None:
        """An appeal ends: an innocent is restored as surely as a person clears one."""
        account, guilty = event.value  # type: ignore[misc]
        self.hearing -= 1
        settings = self.settings
        back = 1 - settings.human_catches if guilty else settings.human_clears
        won = self.random["appeals"].random() < back
        self.count["reversed" if won else "upheld"] += 1
        if won and self.strikes.get(account):
            self.strikes[account] -= 1
        self.hear()

    def matrices(self) -> tuple[Confusion, Confusion]:
        """The filter's and the reviewers' verdicts."""
        return Confusion(**_cells(self.filter)), Confusion(**_cells(self.people))


def _cell(*, guilty: bool, found: bool) -> str:
    if guilty:
        return "caught" if found else "missed"
    return "wronged" if found else "cleared"


def _cells(count: Counter[str]) -> dict[str, int]:
    return {name: count[name] for name in ("caught", "missed", "wronged", "cleared")}
