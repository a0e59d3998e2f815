"""What can be set about the simulated platform. Times are integers in milliseconds."""

from __future__ import annotations

import math
from dataclasses import dataclass

HOUR = 3_600_000
DAY = 24 * HOUR
WEEK = 7 * DAY
#: Upper bounds of the waits that are counted together, in ms; the last count is what is longer.
BOUNDS = (60_000, 600_000, HOUR, 4 * HOUR, 12 * HOUR, DAY, 2 * DAY)
#: The rungs of the ladder of sanctions, the mildest first.
LADDER = ("warning", "limited", "suspended", "banned")
#: How many messages a report sends at most (the published number, claim P10).
FIVE = 5


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
class Brigade:
    """A crowd that reports one innocent account, all for the same messages, as kind ``kind``.

    ``reports`` come evenly at random in the time from ``start``, ``over`` ms long; all reach
    people. ``kind`` is a place in ``Settings.kinds``, from 0. It is here for what it does to
    reviewers and to everybody who waits; to its target it does no more than one report.
    """

    reports: int
    start: int
    over: int
    kind: int = 0

    def __post_init__(self) -> None:
        if self.reports < 1 or self.start < 0 or self.over < 1 or self.kind < 0:
            raise PlatformError(
                "A brigade needs reports and over of at least 1, start and kind of at least 0; "
                f"found {self}."
            )


@dataclass(frozen=True)
class Settings:
    """A platform. Probabilities lie in [0, 1]; rates are per day; times in milliseconds.

    ``days`` multiplies the arrivals of each weekday, Monday first; ``staff`` is the number of
    reviewers on duty in each hour of a day (24 numbers, or one for all hours). ``spread`` is the
    shape of a review's duration: "exponential" or "lognormal" (with ``sigma``). ``repeats`` is the
    probability that a report is about an account reported shortly before. Without ``priority`` the
    queue is first come, first served. ``appeals`` is the probability that a measure is appealed, of
    those from the rung ``appeal_from`` of `LADDER` upwards.

    ``messages_per_day`` counts what is written, 0 if nobody counts. ``blocks_with`` is the
    probability that who reports also blocks, ``blocks_alone`` how many block without reporting, to
    each report. ``package`` weighs how many messages go with a report, from 0 to `FIVE`; the chance
    to catch a guilty one falls by ``needs`` times the missing part. ``legal`` is the probability
    that a review ends in the legal one, which takes ``legal_time`` on average. Raises
    PlatformError.
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
    appeal_from: str = "limited"
    appeal_staff: int = 1
    appeal_review: int = 10 * 60_000
    messages_per_day: float = 0.0
    blocks_with: float = 0.0
    blocks_alone: float = 0.0
    package: tuple[float, ...] = (0.0,) * FIVE + (1.0,)
    needs: float = 0.0
    legal: float = 0.0
    legal_time: int = DAY
    brigade: Brigade | None = None

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
        self._check_extras()

    def _check_numbers(self) -> None:
        for name in ("reports_per_day", "review", "horizon", "sigma", "appeal_review"):
            _positive(name, getattr(self, name))
        for name in ("repeats", "filter_catches", "filter_clears", "human_catches"):
            _probability(name, getattr(self, name))
        for name in ("human_clears", "appeals", "blocks_with", "needs", "legal"):
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
        if self.appeal_from not in LADDER:
            raise PlatformError(
                f"appeal_from must be one of {', '.join(LADDER)}, found {self.appeal_from!r}."
            )

    def _check_extras(self) -> None:
        _positive("legal_time", self.legal_time)
        if not 0 <= self.blocks_alone < math.inf:
            raise PlatformError(f"blocks_alone must be finite, from 0, found {self.blocks_alone}.")
        least, most = self.reports_per_day, math.inf
        if self.messages_per_day and not least <= self.messages_per_day < most:
            raise PlatformError(
                "messages_per_day must be 0 or at least reports_per_day, and finite; "
                f"found {self.messages_per_day}."
            )
        if len(self.package) != FIVE + 1 or min(self.package) < 0 or not sum(self.package) > 0:
            raise PlatformError(f"package needs {FIVE + 1} weights from 0, not all 0.")
        if self.brigade and self.brigade.kind >= len(self.kinds):
            raise PlatformError(
                f"kind of the brigade must be a place in kinds, below {len(self.kinds)}; "
                f"found {self.brigade.kind}."
            )

    @property
    def wrongly(self) -> float:
        """The probability that the filter takes an innocent for guilty."""
        return 1 - self.filter_clears

    @property
    def demand(self) -> float:
        """Reviews wanted over reviews possible, averaged over a week.

        Merging and a brigade are left out.
        """
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
