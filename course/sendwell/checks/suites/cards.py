"""Module m01, decide: the cards, who can help, an order, the next step. All may be read."""

from __future__ import annotations

from sendwell.cards import strings
from sendwell.cards.form import Form, read_words
from sendwell.cards.rows import FORMS
from sendwell.checks.forms import refuse, text_of
from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite
from sendwell.shop.form import Problem


def _suite(form: Form) -> Suite:
    suite = Suite(f"cards.{form.name}", by_line=True)
    for number in range(1, len(form.rows) + 1):
        _add(suite, form, number)
    return suite


def _add(suite: Suite, form: Form, number: int) -> None:
    row = form.rows[number - 1]

    @suite.check(f"{number}. {row.title}", points=1, hints=row.hints)
    def _line(learner: Learner) -> None:
        given = read_words(text_of(learner, form.name), form.words, len(form.rows))[number]
        if isinstance(given, Problem):
            refuse(given)
        why = row.feedback(given)
        assert not why, why


kinds, helpers, steps, meanwhile = (_suite(form) for form in FORMS.values())

order = Suite("cards.order", by_line=True)


def _order(learner: Learner) -> list[str]:
    """The four words in order; raises if a line is blank, unreadable or doubled."""
    found: list[str] = []
    given = read_words(text_of(learner, "order"), strings.ORDER, len(strings.ORDER))
    for word in given.values():
        if isinstance(word, Problem):
            refuse(word)
        found.append(word)
    for word in found:
        told = strings.STEP_TWICE.format(step=word, times=found.count(word))
        assert found.count(word) == 1, told
    return found


@order.check(
    "the words of the notice",
    points=1,
    hints=(
        "What will you quote in the request?",
        "A screen may look different once something has been requested.",
        "keep before ask",
    ),
)
def _kept(learner: Learner) -> None:
    chosen = _order(learner)
    assert chosen.index("keep") < chosen.index("ask"), strings.ORDER_KEEP


@order.check(
    "what still goes out",
    points=1,
    hints=(
        "What happens while somebody reads your request?",
        "Lists and automatic messages go on until somebody stops them.",
        "stop before ask",
    ),
)
def _stopped(learner: Learner) -> None:
    chosen = _order(learner)
    assert chosen.index("stop") < chosen.index("ask"), strings.ORDER_STOP


@order.check(
    "what you can say about the cause",
    points=1,
    hints=(
        "What is different now from the day of the ban? Can your request say it?",
        "Only a known cause can be removed, and only what is removed can be told truthfully.",
        "find before ask",
    ),
)
def _found(learner: Learner) -> None:
    chosen = _order(learner)
    assert chosen.index("find") < chosen.index("ask"), strings.ORDER_FIND
