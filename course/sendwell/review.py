"""What module m06 gives: reports and where they go, claims about waits, who is next in a queue."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import TypeAlias

from sendwell.checks.answers import answers
from sendwell.checks.values import record


@record
@dataclass(frozen=True)
class Report:
    """One report, as the triage sees it.

    Attributes:
        kind: "child safety", "threats", "fraud", "spam", or any other word.
        sure: how sure the filter is that the report is right, in percent, from 0 to 100.
        messages: how many messages came with it, from 0.
        measures: how many measures its account has had before, from 0.

    """

    kind: str
    sure: int
    messages: int = 5
    measures: int = 0


@record
@dataclass(frozen=True)
class Route:
    """Where a report goes.

    Attributes:
        to: "people", or the filter's own decision: "upheld", "dismissed" or "closed".
        urgency: for people, from 0, smaller is more urgent; else None.

    """

    to: str
    urgency: int | None = None


@record
@dataclass(frozen=True)
class Mean:
    """The claim that the mean wait is ``wait`` minutes, neither more nor less."""

    name: str
    wait: int


@record
@dataclass(frozen=True)
class Between:
    """The claim that every wait lies from ``least`` to ``most`` minutes, both ends included."""

    name: str
    least: int
    most: int


@record
@dataclass(frozen=True)
class Within:
    """The claim that exactly ``percent`` of 100 waits are ``time`` minutes or shorter."""

    name: str
    time: int
    percent: int


Claimed: TypeAlias = Mean | Between | Within

_RULES: tuple[tuple[Callable[[Report], bool], Route], ...] = (
    (lambda r: r.kind == "child safety", Route("people", 0)),
    (lambda r: r.messages == 0, Route("closed")),
    (lambda r: r.kind == "threats", Route("people", 1)),
    (lambda r: r.messages > 1 and r.measures < 3 and r.sure >= 95, Route("upheld")),
    (lambda r: r.messages > 1 and r.measures < 3 and r.sure <= 5, Route("dismissed")),
    (lambda r: r.kind == "fraud", Route("people", 2)),
    (lambda r: r.kind == "spam", Route("people", 3)),
    (lambda _: True, Route("people", 4)),
)


@answers("review.triage")
def first_rule(report: Report) -> tuple[int, Route]:
    """The number of the first rule of the course's triage that fits, and where it leads.

    >>> first_rule(Report("threats", 99))
    (3, Route(to='people', urgency=1))
    """
    return next((n, route) for n, (fits, route) in enumerate(_RULES, 1) if fits(report))


@answers("review.waiting_from_length")
def queue_in_words(length: int, arrived: int, during: int) -> str:
    """What Little's law says of a queue, in words; times are in milliseconds.

    >>> queue_in_words(300, 100, 3_600_000)
    '300 wait, and 100 come in 1 h: each waits 3 h on average.'

    Raises ValueError if nothing has arrived.
    """
    if arrived < 1:
        raise ValueError("Nothing has arrived, so there is no wait to work out.")
    wait = Fraction(length * during, arrived)
    return (
        f"{length:,} wait, and {arrived:,} come in {_hours(Fraction(during))}: "
        f"each waits {_hours(wait)} on average."
    )


@answers("review.consistent_pairs")
def at_once(first: Claimed, second: Claimed) -> bool:
    """Whether both claims can be true of the same reports. A wait may have any length from 0.

    >>> at_once(Mean("a", 270), Between("b", 360, 2_520))
    False
    """
    a, b = sorted((first, second), key=lambda claim: type(claim).__name__)
    match a, b:
        case Between(), Between():
            return a.least <= b.most and b.least <= a.most
        case Between(), Mean():
            return a.least <= b.wait <= a.most
        case Between(), Within():
            low, high = (100 if b.time >= a.most else 0), (0 if b.time < a.least else 100)
            return low <= b.percent <= high
        case Mean(), Mean():
            return a.wait == b.wait
        case Mean(), Within():
            longer = (100 - b.percent) * b.time
            return a.wait <= b.time if b.percent == 100 else 100 * a.wait > longer
        case Within(), Within():
            order = (a.time > b.time) - (a.time < b.time)
            return (a.percent - b.percent) * order >= 0 and (order != 0 or a.percent == b.percent)
    raise TypeError(f"These are no claims about waits: {first!r}, {second!r}.")


def article_waits() -> list[Claimed]:
    """What the article claims of waits, in minutes, each named by its claim. All unverified."""
    from sendwell import claims  # noqa: PLC0415 - loaded when wanted

    def minutes(key: str, name: str) -> int:
        figure = claims.claim(key).figure(name)
        return int(figure.number) * (60 if figure.unit == "hours" else 1)

    def percent(key: str, name: str) -> int:
        return int(claims.claim(key).figure(name).number)

    wait = claims.claim("D09").figure("wait")
    first, second = percent("B07", "within_first_day"), percent("B07", "take_second_day")
    return [
        Between("D09, by a person", int(wait.low or 0) * 60, int(wait.high or 0) * 60),
        Mean("H05, by a person", minutes("H05", "manual/mean")),
        Between(
            "H05, extremes", minutes("H05", "manual/fastest"), minutes("H05", "manual/slowest")
        ),
        Mean("H09, one reporter", minutes("H09", "single_mean")),
        Within("D02", minutes("D02", "within"), percent("D02", "completed")),
        Within("B07, first day", minutes("B07", "first_day"), first),
        Within("B07, second day", minutes("B07", "second_day"), first + second),
    ]


def excluded(judge: Callable[[list[Claimed]], list[tuple[str, str]]]) -> str:
    """The article's claims that exclude each other, one pair a line, as ``judge`` finds them.

    ``judge`` is a learner's ``consistent_pairs``; while it is unwritten, that is what is said.
    """
    claimed = article_waits()
    try:
        can = judge(claimed)
    except NotImplementedError:
        return "Fill the gaps first; then run this again."
    pairs = ((one.name, other.name) for one, other in combinations(claimed, 2))
    return "\n".join(f"{one} excludes {other}" for one, other in pairs if (one, other) not in can)


@answers("review.review_queue")
def in_order(waiting: Iterable[tuple[str, int, int]], now: int, ageing: int) -> list[str]:
    """The accounts of ``waiting`` in the order in which they would be taken up at ``now``.

    Each is (account, urgency, arrived), in the order of joining; times are in milliseconds and
    ``ageing`` is at least 1. Urgency falls by 1 for each full ``ageing`` waited.
    """
    lined_up = sorted(waiting, key=lambda one: one[1] - (now - one[2]) // ageing)
    return [account for account, _, _ in lined_up]


def _hours(milliseconds: Fraction) -> str:
    for unit, length in (("h", 3_600_000), ("min", 60_000), ("s", 1_000)):
        if milliseconds >= length:
            return f"{float(milliseconds / length):.3g} {unit}"
    return f"{float(milliseconds):.3g} ms"
