"""The platform as the shop meets it: what it delivers, and what it refuses.

A simplified model of the published messaging limit (its smallest tier), pair rate and customer
service window; the course's claims say where each is published. Only what is delivered counts.
"""

from __future__ import annotations

from collections import OrderedDict

from sendwell.checks.answers import answers
from sendwell.shop.policy import DAY, SECOND

#: Different people outside their service window, in any 24 hours.
MOST_PEOPLE = 250
#: Milliseconds between messages to one person, and how many may be borrowed ahead.
PAIR_GAP = 6 * SECOND
PAIR_BURST = 45


class RecentPeople:
    """The different people counted in (now - 24 h, now]; a repeat renews, and costs nothing."""

    def __init__(self) -> None:
        self._last: OrderedDict[int, int] = OrderedDict()

    @answers("throttle")
    def takes_place(self, person: int, now: int) -> bool:
        """Whether ``person`` would take a place of their own at ``now``."""
        self._forget(now)
        return person not in self._last

    @answers("throttle")
    def count(self, now: int) -> int:
        """How many people count at ``now``."""
        self._forget(now)
        return len(self._last)

    @answers("throttle")
    def frees_at(self, now: int) -> int:
        """When the next place becomes free: ``now`` if nobody counts."""
        self._forget(now)
        return next(iter(self._last.values())) + DAY if self._last else now

    @answers("throttle")
    def add(self, person: int, now: int) -> None:
        """Count ``person`` from ``now`` on."""
        self._last[person] = now
        self._last.move_to_end(person)

    def _forget(self, now: int) -> None:
        while self._last and next(iter(self._last.values())) <= now - DAY:
            self._last.popitem(last=False)


class TodaysPeople(RecentPeople):
    """The different people counted since the last midnight in London: not what the limit means."""

    def _forget(self, now: int) -> None:
        if self._last and next(reversed(self._last.values())) // DAY < now // DAY:
            self._last.clear()

    @answers("throttle")
    def frees_at(self, now: int) -> int:
        """When the next place becomes free: at midnight."""
        self._forget(now)
        return (now // DAY + 1) * DAY if self._last else now


class Platform:
    """Delivers a message or names a reason: "people", "pair" or "closed"."""

    def __init__(self) -> None:
        self._people = RecentPeople()
        self._heard: dict[int, int] = {}
        self._due: dict[int, int] = {}

    def hear(self, person: int, now: int) -> None:
        """Take a message from ``person``: it opens or renews their service window."""
        self._heard[person] = now

    def window_open(self, person: int, now: int) -> bool:
        """Whether the last message from ``person`` is less than 24 hours old."""
        return person in self._heard and now - self._heard[person] < DAY

    def send(self, person: int, now: int, *, template: bool) -> str:
        """Deliver a message and return "", or return why not.

        A ``template`` (an approved offer) may go to anybody; other text needs an open window.
        """
        in_window = self.window_open(person, now)
        if not template and not in_window:
            return "closed"
        due = max(self._due.get(person, 0), now)
        if due - now > (PAIR_BURST - 1) * PAIR_GAP:
            return "pair"
        if not in_window:
            if self._people.takes_place(person, now) and self._people.count(now) >= MOST_PEOPLE:
                return "people"
            self._people.add(person, now)
        self._due[person] = due + PAIR_GAP
        return ""
