"""Module m05, decide: messages, an order of steps, groups and friends, a crowd. All may be read.

The forms are plain values that a check reads; what leaves the phone is worked out here again.
"""

from __future__ import annotations

from sendwell.checks.forms import add_question, number_of, refuse, text_of
from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite
from sendwell.reports.form import (
    Decision,
    read_decisions,
    read_steps,
)
from sendwell.reports.people import QUESTIONS
from sendwell.reports.situations import SITUATIONS, Situation
from sendwell.reports.strings import STEP_TWICE
from sendwell.shop.form import Problem
from sendwell.widgets.phone_rules import state
from sendwell.widgets.phone_strings import CHATS

messages = Suite("reports.messages", by_line=True)


def _add(number: int, situation: Situation) -> None:
    @messages.check(situation.title, points=1, hints=situation.hints)
    def _decision(learner: Learner) -> None:
        given = read_decisions(text_of(learner, "messages"), len(SITUATIONS))[number]
        if not isinstance(given, Decision):
            refuse(given)
        why = situation.feedback(given)
        assert not why, f'You answered "{given}". {why}'


for _number, _situation in enumerate(SITUATIONS, 1):
    _add(_number, _situation)


steps = Suite("reports.steps")


def _steps(learner: Learner) -> list[str]:
    """The four steps in order; raises if a line is blank or unreadable, or doubled."""
    found: list[str] = []
    for given in read_steps(text_of(learner, "steps")).values():
        if isinstance(given, Problem):
            refuse(given)
        found.append(given)
    for step in found:
        assert found.count(step) == 1, STEP_TWICE.format(step=step, times=found.count(step))
    return found


@steps.check(
    "what WhatsApp gets with the report",
    points=1,
    hints=(
        "Try your order on the phone of part 2.",
        "The copies that go with a report come from your phone.",
        "report before delete",
    ),
)
def _carries(learner: Learner) -> None:
    chosen = _steps(learner)
    now = state(CHATS["en"]["direct"], [step for step in chosen if step != "keep"])
    assert now.sent, (
        "You delete the chat before you report it. When the report leaves, no message is on your "
        "phone that could go along."
    )


@steps.check(
    "what you can still show",
    points=1,
    hints=(
        "What will you have in your hand when the police ask?",
        "A picture can be taken of what is still there.",
        "keep before delete",
    ),
)
def _shows(learner: Learner) -> None:
    chosen = _steps(learner)
    assert chosen.index("keep") < chosen.index("delete"), (
        "You delete the chat before you keep what is in it. WhatsApp may have the last messages; "
        "you have nothing to show to your bank or the police."
    )


people = Suite("reports.people", by_line=True)


for _number, _question in enumerate(QUESTIONS, 1):
    add_question(people, "people", _number, _question)


crowd = Suite("reports.crowd", by_line=True)


@crowd.check(
    "how many are flagged rightly",
    points=1,
    hints=(
        "Begin with how many of the 100,000 have done something.",
        "2 in 1,000 of 100,000. Of 100 such accounts the filter flags 95.",
        "95 of 100, of 200 accounts",
    ),
)
def _rightly(learner: Learner) -> None:
    given = number_of(learner, "flagged_rightly")
    why = {
        95_000: "That is 95 of 100 of everybody. Only 2 in 1,000 have done something.",
        200: "That is how many have done something. The filter does not find them all.",
        10: "Those are the ones that it misses.",
    }.get(given, "First: how many of 100,000 have done something? Then: 95 of 100 of those.")
    assert given == 190, f"You wrote {given}. {why}"


@crowd.check(
    "how many are flagged wrongly",
    points=1,
    hints=(
        "How many of the 100,000 have done nothing?",
        "100,000 less those who have done something. Of 100 such accounts 1 is flagged.",
        "1 of 100, of 99,800 accounts",
    ),
)
def _wrongly(learner: Learner) -> None:
    given = number_of(learner, "flagged_wrongly")
    why = {
        1_000: "That is 1 of 100 of everybody. Take those away first who have done something.",
        1: "That is the number of 100. There are many hundreds of innocent accounts.",
        2: "The number of 100 innocent ones has to be applied to all innocent ones.",
        98_802: "Those are the ones that it leaves alone.",
    }.get(given, "First: how many of 100,000 have done nothing? Then: 1 of 100 of those.")
    assert given == 998, f"You wrote {given}. {why}"


@crowd.check(
    "of 1,000 flagged, how many are innocent",
    points=1,
    hints=(
        "Look only at the flagged: those rightly and those wrongly.",
        "The first two numbers together are all the flagged. Which part of them is innocent?",
        "The wrongly flagged, divided by all the flagged, times 1,000.",
    ),
)
def _of_thousand(learner: Learner) -> None:
    given = number_of(learner, "innocent_in_1000_flagged")
    why = {
        10: "That is how many of 1,000 innocent ones are flagged. The question begins at the "
        "other end: of 1,000 flagged ones, how many are innocent?",
        50: "That is how many guilty ones of 1,000 it misses. The question is about the flagged.",
        160: "Those are the guilty among 1,000 flagged. The question is about the innocent.",
        998: "That is how many are innocent of 1,188 flagged. Now of 1,000.",
        990: "That is how many of 1,000 innocent ones are left alone. Look at the flagged only.",
    }.get(given, "Divide the wrongly flagged by all the flagged, then take it of 1,000.")
    assert 835 <= given <= 845, f"You wrote {given}. {why}"


@crowd.check(
    "and of 1,000 flagged among the truthfully reported",
    points=1,
    hints=(
        "The filter is the same. Who is looked at has changed.",
        "Take 1,000 reported accounts: 500 have done something, 500 have not.",
        "95 of 100 of the one half, 1 of 100 of the other: which part of the flagged is that?",
    ),
)
def _reported(learner: Learner) -> None:
    given = number_of(learner, "innocent_in_1000_reported")
    why = {
        840: "That would be right if only the filter counted. Here half of those it looks at have "
        "done something.",
        5: "That is how many are innocent of 480 flagged. Now of 1,000.",
        500: "Half are innocent before the filter looks. Of the flagged, far fewer are.",
        990: "Those are the guilty among 1,000 flagged.",
    }.get(given, "Take 1,000 reported accounts, half of them guilty, and do the same again.")
    assert 10 <= given <= 11, f"You wrote {given}. {why}"
