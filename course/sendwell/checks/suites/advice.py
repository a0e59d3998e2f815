"""Module m08, decide: cases, figures, an offer, and a card. Everything may be read."""

from __future__ import annotations

from typing import NoReturn

from sendwell.advice.card import mistake
from sendwell.advice.form import Decision, Line, read_card, read_decisions
from sendwell.advice.questions import FIGURES, OFFER
from sendwell.advice.situations import SITUATIONS, Situation
from sendwell.appeals import load_case, load_path
from sendwell.checks.learner import Learner, NotWritten
from sendwell.checks.suite import Suite
from sendwell.reports.form import read_letters
from sendwell.reports.people import Question
from sendwell.shop.form import Problem
from sendwell.shop.strings import FORM_NOT_TEXT

cases = Suite("advice.cases", by_line=True)
figures = Suite("advice.figures", by_line=True)
offer = Suite("advice.offer", by_line=True)
card = Suite("advice.card")


def _text(learner: Learner, name: str) -> str:
    text = getattr(learner, name)
    assert isinstance(text, str), FORM_NOT_TEXT.format(name=name)
    return text


def _refuse(problem: Problem) -> NoReturn:
    """A problem of a line: not written yet, or wrong."""
    if problem.blank:
        raise NotWritten(problem.message)
    raise AssertionError(problem.message)


def _add(number: int, situation: Situation) -> None:
    @cases.check(situation.title, points=1, hints=situation.hints)
    def _decision(learner: Learner) -> None:
        given = read_decisions(_text(learner, "cases"), len(SITUATIONS))[number]
        if not isinstance(given, Decision):
            _refuse(given)
        why = situation.feedback(given)
        assert not why, f'You answered "{given}". {why}'


def _add_question(suite: Suite, name: str, number: int, question: Question) -> None:
    @suite.check(question.title, points=1, hints=question.hints)
    def _letter(learner: Learner) -> None:
        given = read_letters(_text(learner, name), {number: question.letters})[number]
        if isinstance(given, Problem):
            _refuse(given)
        assert given in question.right, f'You answered "{given}". {question.wrong[given]}'


for _number, _situation in enumerate(SITUATIONS, 1):
    _add(_number, _situation)
for _number, _question in enumerate(FIGURES, 1):
    _add_question(figures, "figures", _number, _question)
for _number, _question in enumerate(OFFER, 1):
    _add_question(offer, "offer", _number, _question)


def card_of(learner: Learner) -> tuple[Line, ...]:
    """The learner's card; raises if a line is blank, unreadable or doubled."""
    given = read_card(_text(learner, "card"))
    if isinstance(given, Problem):
        _refuse(given)
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
