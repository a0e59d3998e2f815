"""What a run of the simulated platform gives. Its size does not grow with the horizon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Confusion:
    """Verdicts by what was true: ``caught`` and ``missed`` guilty, ``wronged`` and ``cleared`` not.

    ``wronged`` are measures against innocents.
    """

    caught: int
    missed: int
    wronged: int
    cleared: int

    @property
    def total(self) -> int:
        """All verdicts."""
        return self.caught + self.missed + self.wronged + self.cleared


@dataclass(frozen=True, kw_only=True)
class ClassOutcome:
    """A class that waited, of those that joined the queue after the warm-up.

    ``arrived == taken_up + waiting``: what still waits at the end is counted, never dropped.
    ``mean_wait`` (ms) is over those taken up, ``at_least`` also over the waiting with the wait that
    they have so far, so the true mean is no less. ``queue`` is the mean number waiting after the
    warm-up, ``rate`` the arrivals a millisecond, ``waits`` the numbers taken up by bounds of
    `sendwell.platform.settings.BOUNDS`.
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


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A look at a run at ``time`` (ms): counts since time 0, and what waits now.

    ``waiting`` counts reports by kind (merged ones each), ``busy`` reviewers at work. What the
    filter settles between two reports that reach people may be counted some moments early.
    """

    time: int
    received: int
    filtered: int
    merged: int
    waiting: tuple[int, ...]
    busy: int
    reviewed: int
    filter: Confusion
    people: Confusion
    sanctions: Mapping[str, int]
    appealed: int
    reversed_: int
    upheld: int


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A whole run, from time 0.

    Reports: ``received == filtered + merged + reviewed + waiting + in_review``. Verdicts: the
    filter's add up to ``filtered``, those of people to ``reviewed - in_legal - again``. There
    ``in_legal`` cases wait for the legal review (``legal`` have left it), and ``again`` reviews
    looked once more at what a crowd reports, which had its verdict. Appeals: ``appealed ==
    reversed_ + upheld + appeals_open``.

    ``messages`` were written (reported or not; 0 if their rate is not set), ``blocks`` came beside
    reports and alone, and reach no queue. ``packages`` counts reports by the number of messages
    that came with them, from 0. ``wrong_sanctions`` are measures against innocents, ``missed``
    guilty ones let off. ``sanctions`` counts by rung of the ladder. ``utilisation`` is the
    reviewers' busy time over their time on duty after the warm-up. ``classes`` are the reports by
    kind, without a crowd's: those are ``brigade``, None without one, and ``brigade_sanctions`` says
    how often they led to a measure, 0 or 1.
    """

    messages: int
    blocks: int
    received: int
    packages: tuple[int, ...]
    filtered: int
    merged: int
    reviewed: int
    waiting: int
    in_review: int
    legal: int
    in_legal: int
    again: int
    filter: Confusion
    people: Confusion
    sanctions: Mapping[str, int]
    appealed: int
    reversed_: int
    upheld: int
    appeals_open: int
    utilisation: float
    classes: tuple[ClassOutcome, ...]
    appeals: ClassOutcome
    brigade: ClassOutcome | None
    brigade_sanctions: int

    @property
    def wrong_sanctions(self) -> int:
        """Measures against innocents, the filter's and the reviewers'."""
        return self.filter.wronged + self.people.wronged

    @property
    def missed(self) -> int:
        """Guilty ones let off, by the filter and by reviewers."""
        return self.filter.missed + self.people.missed

    def of(self, name: str) -> ClassOutcome:
        """The class called ``name``. Raises KeyError with the names that there are."""
        for found in self.classes:
            if found.name == name:
                return found
        raise KeyError(f"{name!r} is none of {', '.join(each.name for each in self.classes)}")
