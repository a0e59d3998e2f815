"""Counting a queue without keeping what has left it."""

from __future__ import annotations

from bisect import bisect_left

from sendwell.platform.outcome import ClassOutcome
from sendwell.platform.settings import BOUNDS, Settings


class Tally:
    """Counts of one class. ``area`` is the integral of the number waiting since the warm-up."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.waiting: dict[int, float] = {}
        self.arrived = self.taken = 0
        self.total = self.longest = self.area = self.since = 0.0
        self.waits = [0] * (len(BOUNDS) + 1)

    def advance(self, now: float) -> None:
        """Count the queue up to ``now``."""
        self.area += len(self.waiting) * (now - self.since)
        self.since = now

    def join(self, now: float, serial: int, *, counted: bool) -> None:
        """Number ``serial`` begins to wait; those that come before the warm-up are not counted."""
        self.advance(now)
        self.waiting[serial] = now
        self.arrived += counted

    def leave(self, now: float, serial: int, warm_up: int) -> None:
        """Number ``serial`` is taken up."""
        self.advance(now)
        came = self.waiting.pop(serial)
        if came >= warm_up:
            wait = now - came
            self.taken += 1
            self.total += wait
            self.longest = max(self.longest, wait)
            self.waits[bisect_left(BOUNDS, wait)] += 1

    def forget(self, now: float) -> None:
        """The warm-up ends: the queue is counted from now on."""
        self.advance(now)
        self.area = 0.0

    def outcome(self, settings: Settings) -> ClassOutcome:
        """The counts at the horizon; what still waits is counted with the wait that it has."""
        self.advance(settings.horizon)
        came = [each for each in self.waiting.values() if each >= settings.warm_up]
        so_far = sum(settings.horizon - each for each in came)
        span = settings.horizon - settings.warm_up
        return ClassOutcome(
            name=self.name,
            arrived=self.arrived,
            taken_up=self.taken,
            waiting=len(came),
            mean_wait=self.total / self.taken if self.taken else 0.0,
            at_least=(self.total + so_far) / self.arrived if self.arrived else 0.0,
            longest=self.longest,
            queue=self.area / span,
            rate=self.arrived / span,
            waits=tuple(self.waits),
        )
