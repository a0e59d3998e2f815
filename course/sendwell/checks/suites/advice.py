"""Module m08, decide: cases, figures, an offer, and a card. Everything may be read."""

from __future__ import annotations

from sendwell.advice.card import mistake
from sendwell.advice.form import Decision, Line, read_card, read_decisions
from sendwell.advice.questions import FIGURES, OFFER
from sendwell.advice.situations import SITUATIONS, Situation
from sendwell.appeals import load_case, load_path
from sendwell.checks.forms import add_question, refuse, text_of
from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite
from sendwell.shop.form import Problem

cases = Suite("advice.cases", by_line=True)
figures = Suite("advice.figures", by_line=True)
offer = Suite("advice.offer", by_line=True)
card = Suite("advice.card")


def _add(number: int, situation: Situation) -> None:
    @cases.check(situation.title, points=1, hints=situation.hints)
    def _decision(learner: Learner) -> None:
        given = read_decisions(text_of(learner, "cases"), len(SITUATIONS))[number]
        if not isinstance(given, Decision):
            refuse(given)
        why = situation.feedback(given)
        assert not why, f'You answered "{given}". {why}'


for _number, _situation in enumerate(SITUATIONS, 1):
    _add(_number, _situation)
for _number, _question in enumerate(FIGURES, 1):
    add_question(figures, "figures", _number, _question)
for _number, _question in enumerate(OFFER, 1):
    add_question(offer, "offer", _number, _question)


def card_of(learner: Learner) -> tuple[Line, ...]:
    """The learner's card; raises if a line is blank, unreadable or doubled."""
    given = read_card(text_of(learner, "card"))
    if isinstance(given, Problem):
        refuse(given)
    return given


#: What is tried, and the cases of the course that it is tried on.
_TRIED = (
    ("a ban, and what ends by itself", ("tea-shop", "courier-app", "driver-restricted")),
    (
        "where something was asked or taken back",
        ("florist-unchanged", "plumber-pending", "bookshop-reversed", "tutor-warning"),
    ),
    ("the business platform, and channels", ("clinic-lock", "gym-no-admin", "radio-channel")),
    ("where nobody knows, and where it is too late", ("grocer-silent", "travel-late")),
)


def _add_tried(title: str, names: tuple[str, ...]) -> None:
    hints = (
        "The message names the line at which your card stops.",
        "The first line that fits decides. Should another fact have been asked first?",
        "Move what makes every other question useless further up; everything else comes last.",
    )

    @card.check(title, points=1, hints=hints)
    def _tried(learner: Learner) -> None:
        lines = card_of(learner)
        for name in names:
            why = mistake(lines, load_case(name), load_path(name).today)
            assert not why, why


for _title, _names in _TRIED:
    _add_tried(_title, _names)
