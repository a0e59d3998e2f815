"""What a run of the simulated platform gives. Its size does not grow with the horizon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ClassOutcome:
    """A kind's reports, of those that reached the queue after the warm-up.

    ``arrived == taken_up + waiting``: what still waits at the end is counted, never dropped.
    ``mean_wait`` (ms) is over those taken up, ``at_least`` also over the waiting with the wait that
    they have so far, so the true mean is no less. ``queue`` is the mean number waiting after the
    warm-up, ``waits`` the numbers taken up by bounds of `BOUNDS`.
    """

    name: str
    arrived: int
    taken_up: int
    waiting: int
    mean_wait: float
    at_least: float
    longest: float
    queue: float
    rate: float
    waits: tuple[int, ...]


@dataclass(frozen=True)
class Outcome:
    """A whole run, from time 0: ``received == filtered + merged + reviewed + waiting + in_review``.

    ``wrong_sanctions`` are measures against innocents, ``missed`` guilty ones let off, both of the
    filter and the reviewers. ``sanctions`` counts by rung of the ladder; ``utilisation`` is the
    reviewers' busy time over their time on duty after the warm-up. ``appealed == reversed_ +
    upheld + appeals_open``.
    """

    received: int
    filtered: int
    merged: int
    reviewed: int
    waiting: int
    in_review: int
    wrong_sanctions: int
    missed: int
    sanctions: Mapping[str, int]
    appealed: int
    reversed_: int
    upheld: int
    appeals_open: int
    utilisation: float
    classes: tuple[ClassOutcome, ...]

    def of(self, name: str) -> ClassOutcome:
        """The class called ``name``. Raises KeyError with the names that there are."""
        for found in self.classes:
            if found.name == name:
                return found
        raise KeyError(f"{name!r} is none of {', '.join(each.name for each in self.classes)}")
