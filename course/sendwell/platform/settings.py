"""What can be set about the simulated platform. Times are integers in milliseconds."""

from __future__ import annotations

import math
from dataclasses import dataclass

HOUR = 3_600_000
DAY = 24 * HOUR
WEEK = 7 * DAY


class PlatformError(ValueError):
    """A setting that no platform can have; the sentence says which, and what it must be."""


@dataclass(frozen=True)
class Kind:
    """A class of reports. The first of ``Settings.kinds`` is reviewed first.

    ``share`` is its part of all reports (they are scaled to sum to 1), ``guilty`` the probability
    that a report of it is right, ``human`` the probability that the filter leaves it to a person.
    """

    name: str
    share: float
    guilty: float = 0.5
    human: float = 1.0


@dataclass(frozen=True)
class Settings:
    """A platform. Probabilities lie in [0, 1]; rates are per day; times in milliseconds.

    ``days`` multiplies the arrivals of each weekday, Monday first; ``staff`` is the number of
    reviewers on duty in each hour of a day (24 numbers, or one for all hours). ``spread`` is the
    shape of a review's duration: "exponential" or "lognormal" (with ``sigma``). ``repeats`` is the
    probability that a report is about an account reported shortly before. Without ``priority`` the
    queue is first come, first served. Raises PlatformError.
    """

    kinds: tuple[Kind, ...]
    reports_per_day: float
    staff: tuple[int, ...]
    review: int
    horizon: int = WEEK
    warm_up: int = DAY
    days: tuple[float, ...] = (1.0,) * 7
    spread: str = "exponential"
    sigma: float = 0.8
    priority: bool = True
    merging: bool = False
    repeats: float = 0.0
    filter_time: int = 19 * 60_000
    filter_catches: float = 0.82
    filter_clears: float = 0.82
    human_catches: float = 0.94
    human_clears: float = 0.94
    appeals: float = 0.15
    appeal_staff: int = 1
    appeal_review: int = 10 * 60_000

    def __post_init__(self) -> None:
        if not self.kinds:
            raise PlatformError("A platform needs at least one kind of report; kinds is empty.")
        names = [kind.name for kind in self.kinds]
        if len(set(names)) != len(names):
            raise PlatformError(f"Each kind needs a name of its own; found {names}.")
        for kind in self.kinds:
            _positive(f"share of {kind.name}", kind.share)
            _probability(f"guilty of {kind.name}", kind.guilty)
            _probability(f"human of {kind.name}", kind.human)
        self._check_numbers()
        self._check_shape()

    def _check_numbers(self) -> None:
        for name in ("reports_per_day", "review", "horizon", "sigma", "appeal_review"):
            _positive(name, getattr(self, name))
        for name in ("repeats", "filter_catches", "filter_clears", "human_catches"):
            _probability(name, getattr(self, name))
        for name in ("human_clears", "appeals"):
            _probability(name, getattr(self, name))

    def _check_shape(self) -> None:
        if len(self.days) != 7 or min(self.days) < 0 or not 0 < max(self.days) < math.inf:
            raise PlatformError("days needs 7 finite numbers from 0, Monday first, not all 0.")
        if len(self.staff) not in {1, 24} or min(self.staff) < 0 or max(self.staff) == 0:
            raise PlatformError("staff needs 1 or 24 numbers of reviewers from 0, not all 0.")
        if self.spread not in {"exponential", "lognormal"}:
            raise PlatformError(
                f'spread must be "exponential" or "lognormal", found {self.spread!r}.'
            )
        if not 0 <= self.warm_up < self.horizon:
            raise PlatformError(
                f"warm_up must lie in [0, horizon), found {self.warm_up} of {self.horizon} ms."
            )
        if self.filter_time < 0 or self.appeal_staff < 1:
            raise PlatformError("filter_time must be at least 0 and appeal_staff at least 1.")

    @property
    def demand(self) -> float:
        """Reviews wanted over reviews possible, averaged over a week, without merging."""
        total = sum(kind.share for kind in self.kinds)
        human = sum(kind.share * kind.human for kind in self.kinds) / total
        arrivals = self.reports_per_day * sum(self.days) / 7 * human
        return arrivals * self.review / (DAY * sum(self.staff) / len(self.staff))


def _positive(name: str, value: float) -> None:
    if not 0 < value < math.inf:
        raise PlatformError(f"{name} must be more than 0 and finite, found {value}.")


def _probability(name: str, value: float) -> None:
    if not 0 <= value <= 1:
        raise PlatformError(f"{name} must lie between 0 and 1, found {value}.")
