"""What the checks of forms share: what is typed, what cannot be read, rows of letters."""

from __future__ import annotations

from typing import NoReturn

from sendwell.checks.learner import Learner, NotWritten
from sendwell.checks.suite import Suite
from sendwell.reports.form import read_letters, read_number
from sendwell.reports.people import Question
from sendwell.shop.form import Problem
from sendwell.shop.strings import FORM_NOT_TEXT


def text_of(learner: Learner, name: str) -> str:
    """The text of the form ``name``."""
    text = getattr(learner, name)
    assert isinstance(text, str), FORM_NOT_TEXT.format(name=name)
    return text


def refuse(problem: Problem) -> NoReturn:
    """A problem of a line: not written yet, or wrong."""
    if problem.blank:
        raise NotWritten(problem.message)
    raise AssertionError(problem.message)


def number_of(learner: Learner, name: str) -> int:
    """The whole number that ``name`` writes."""
    given = read_number(name, getattr(learner, name))
    if isinstance(given, Problem):
        refuse(given)
    return given


def add_question(suite: Suite, form: str, number: int, question: Question) -> None:
    """Add a check of one line of ``form``: the letter of a right answer."""

    @suite.check(question.title, points=1, hints=question.hints)
    def _letter(learner: Learner) -> None:
        given = read_letters(text_of(learner, form), {number: question.letters})[number]
        if isinstance(given, Problem):
            refuse(given)
        assert given in question.right, f'You answered "{given}". {question.wrong[given]}'
