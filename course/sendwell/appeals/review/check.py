"""``review_letter(letter, case)``: the sixteen criteria, and what the case does not hold."""

from __future__ import annotations

from sendwell.appeals import strings_review as strings
from sendwell.appeals.case import Case
from sendwell.appeals.dates import is_day
from sendwell.appeals.review import asking, manner, mending, telling
from sendwell.appeals.review.desk import Desk
from sendwell.appeals.review.gate import gated
from sendwell.appeals.review.held import held
from sendwell.appeals.review.model import Finding, Review
from sendwell.appeals.review.reading import Read
from sendwell.checks.answers import answers

_RULES = (
    asking.place,
    asking.number,
    asking.notice,
    asking.measure,
    asking.in_time,
    telling.activity,
    asking.rule,
    telling.stance,
    telling.search,
    mending.mended,
    mending.prevention,
    mending.evidence,
    asking.request,
    manner.manner,
    manner.evasion,
    manner.own_words,
)


@answers("appealing.grounded")
def review_letter(letter: str, case: Case, today: str = "") -> Review:
    """The review of ``letter``, held against ``case``, as of ``today`` (2026-11-24).

    Without ``today`` nothing is too late. The letter is read as English or as Italian, whichever
    more of its small words are. The review measures honesty and completeness, and never success.

    Raises:
        ValueError: ``today`` is neither "" nor a day.

    """
    if today and not is_day(today):
        raise ValueError(f"today is {today!r}; write a day such as 2026-11-14.")
    desk = Desk(Read(letter), held(case, today))
    return Review(
        language=desk.letter.language,
        findings=tuple(gated(one) for one in judged(desk)),
        flags=desk.flags,
        note=strings.NOTE,
    )


def judged(desk: Desk) -> tuple[Finding, ...]:
    """What the rules alone say of each criterion, before it is known how good they are."""
    return tuple(rule(desk) for rule in _RULES)
