"""Module m06, decide: how busy, why reports wait, wrong decisions, what follows. All may be read.

The forms are plain values that a check reads.
"""

from __future__ import annotations

from collections.abc import Mapping

from sendwell.checks.forms import add_question, number_of
from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite
from sendwell.waiting.questions import CAUSES, CONCLUSIONS, ORDER

load = Suite("waiting.load", by_line=True)
causes = Suite("waiting.causes", by_line=True)
order = Suite("waiting.order", by_line=True)
wrong = Suite("waiting.wrong", by_line=True)
conclusions = Suite("waiting.conclusions", by_line=True)


for _suite, _form, _questions in (
    (causes, "causes", CAUSES),
    (order, "order", ORDER),
    (conclusions, "conclusions", CONCLUSIONS),
):
    for _number, _question in enumerate(_questions, 1):
        add_question(_suite, _form, _number, _question)


def _expect(
    learner: Learner, name: str, wanted: int, known: Mapping[int, str], otherwise: str
) -> None:
    """The number ``name`` must be ``wanted``; ``known`` says what a wrong one stands for."""
    given = number_of(learner, name)
    assert given == wanted, f"You wrote {given}. {known.get(given, otherwise)}"


@load.check(
    "the article's middle volume",
    points=1,
    hints=(
        "How many come, and how many are possible?",
        "585,000 of 814,000, as parts of 100.",
        "585000 / 814000 is 0.718 and a little.",
    ),
)
def _middle(learner: Learner) -> None:
    _expect(
        learner,
        "busy_middle",
        72,
        {
            71: "Rounded to the nearest whole number it is one more.",
            139: "That is what is possible of what comes. It is the other way round.",
            28: "That is the free part. The question is about the busy one.",
            85: "That is the largest volume, from the example. Take the middle one.",
            32: "That is the lowest volume. Take the middle one.",
        },
        "Divide what comes by what is possible, then take it of 100.",
    )


@load.check(
    "the article's lowest volume",
    points=1,
    hints=(
        "How many come, and how many are possible?",
        "260,000 of 814,000, as parts of 100.",
        "260000 / 814000 is 0.319 and a little.",
    ),
)
def _low(learner: Learner) -> None:
    _expect(
        learner,
        "busy_low",
        32,
        {
            31: "Rounded to the nearest whole number it is one more.",
            313: "That is what is possible of what comes. It is the other way round.",
            68: "That is the free part. The question is about the busy one.",
            246: "Those are all the reports. Only those that reach people count: 260,000.",
            72: "That is the middle volume. Take the lowest one.",
        },
        "Divide what comes by what is possible, then take it of 100.",
    )


@load.check(
    "how few reviewers are enough",
    points=1,
    hints=(
        "How many reviews an hour can 8 do? And 9, and 10?",
        "At 90 of 100, how many of those reviews may be wanted?",
        "Of 9 reviewers' 108 an hour, 90 of 100 are 97. That is less than 100.",
    ),
)
def _few(learner: Learner) -> None:
    _expect(
        learner,
        "reviewers_needed",
        10,
        {
            9: "Nine can do 108 an hour. 100 of 108 is 93 of 100: over the mark.",
            8: "Eight can do 96 an hour, and 100 come. That is more than is possible.",
            11: "Eleven are enough, but so is one fewer.",
        },
        "Try one number after another: 12 for each reviewer, and 100 of those at most 90 of 100.",
    )


@wrong.check(
    "what the filter gets wrong",
    points=1,
    hints=(
        "How many of the 2,000,000 does the filter decide?",
        "3 of 4 are 1,500,000. Of each 100 of them 2 are wrong.",
        "15,000 hundreds, 2 in each.",
    ),
)
def _filter(learner: Learner) -> None:
    _expect(
        learner,
        "wrong_by_filter",
        30_000,
        {
            1_470_000: "Those are right. The question is about the wrong ones.",
            40_000: "That would be all reports. The filter decides 3 of 4.",
            10_000: "The filter decides 3 of 4, not 1 of 4.",
            2: "That is the number of 100. The filter decides many hundreds.",
        },
        "First: how many does the filter decide? Then: 2 of each 100.",
    )


@wrong.check(
    "what people get wrong",
    points=1,
    hints=(
        "How many are left for people?",
        "1 of 4 are 500,000. Of each 100 of them 1 is wrong.",
        "5,000 hundreds, 1 in each.",
    ),
)
def _people(learner: Learner) -> None:
    _expect(
        learner,
        "wrong_by_people",
        5_000,
        {
            495_000: "Those are right. The question is about the wrong ones.",
            20_000: "That would be all reports. People decide 1 of 4.",
            15_000: "People decide 1 of 4, not 3 of 4.",
            10_000: "That is 2 of 100, the filter's number. People are wrong in 1 of 100.",
            1: "That is the number of 100. People decide many hundreds.",
        },
        "First: how many do people decide? Then: 1 of each 100.",
    )


@wrong.check(
    "how many of them an appeal puts right",
    points=1,
    hints=(
        "Begin with all wrong decisions of a day, of both stages.",
        "Of each 100 wrong ones 20 appeal. Half of those who appeal win.",
        "35,000 wrong; a fifth of them appeal; half of that.",
    ),
)
def _appeals(learner: Learner) -> None:
    _expect(
        learner,
        "put_right",
        3_500,
        {
            7_000: "So many appeal. Half of them win.",
            17_500: "That is half of all wrong decisions. Only 20 of 100 appeal.",
            31_500: "So many stay wrong. The question is how many are put right.",
            3_000: "That is for the filter's wrong decisions. People's belong to it as well.",
            35_000: "Those are all the wrong decisions. Not everybody appeals, or wins.",
            200_000: "That begins with all reports. Begin with the wrong decisions.",
        },
        "Take all wrong decisions, 20 of each 100 of them, and half of that.",
    )
