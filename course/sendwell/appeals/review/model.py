"""What a review says: a finding for each of sixteen criteria, and what the case does not hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sendwell.checks.values import record

#: "look": a person must look; the rules cannot tell, or were not good enough when measured.
Verdict = Literal["met", "missed", "look"]
#: What a flag is about.
FlagKind = Literal[
    "day", "number", "name", "rule", "deed", "conflict", "law", "person", "code", "template"
]


@record
@dataclass(frozen=True)
class Span:
    """A passage of the letter: ``letter[start:end]``."""

    start: int
    end: int


@record
@dataclass(frozen=True)
class Flag:
    """A passage that the case does not hold, or that should not be in the letter, and why."""

    kind: FlagKind
    span: Span
    reason: str


@record
@dataclass(frozen=True)
class Finding:
    """One of the sixteen criteria.

    ``verdict`` is the answer. ``rules`` is what the rules alone say: it is the same, or the
    suggestion for the person who must look. ``spans`` are the passages that it rests on, none if
    the reason is that something is not there.
    """

    criterion: int
    verdict: Verdict
    rules: Verdict
    reason: str
    spans: tuple[Span, ...] = ()


@record
@dataclass(frozen=True)
class Review:
    """The review of a letter: sixteen findings in order, flags in the order of the letter.

    ``note`` says what a review is not. ``language`` is "en" or "it", as the letter was read.
    """

    language: str
    findings: tuple[Finding, ...]
    flags: tuple[Flag, ...]
    note: str

    def finding(self, criterion: int) -> Finding:
        """The finding about a criterion, 1 to 16. Raises KeyError for another number."""
        if not 1 <= criterion <= len(self.findings):
            raise KeyError(criterion)
        return self.findings[criterion - 1]

    def missed(self) -> tuple[int, ...]:
        """The criteria that are surely missed."""
        return tuple(one.criterion for one in self.findings if one.verdict == "missed")

    def to_look_at(self) -> tuple[int, ...]:
        """The criteria at which a person must look."""
        return tuple(one.criterion for one in self.findings if one.verdict == "look")
