"""Module m05, build: the checks that learners may read."""

from __future__ import annotations

from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite
from sendwell.reporting import Message

report_package = Suite("reporting.report_package")
innocent_among = Suite("reporting.innocent_among")

_SEVEN = [Message(n, "Rui", n * 1_000, f"text {n}") for n in range(1, 8)]
_TALK = [
    Message(1, "Rui", 1_000, "Pay the fee."),
    Message(2, "you", 2_000, "No."),
    Message(3, "Ona", 3_000, "Who is this?"),
    Message(4, "Rui", 4_000, "", "fee.pdf"),
]


@report_package.check(
    "the last five, oldest first",
    points=2,
    hints=(
        "Look at which five you keep, and in which order they come.",
        "Sort by time, oldest first. The last five are then at the end.",
        "[message.id for message in in_order[-5:]]",
    ),
)
def _five(learner: Learner) -> None:
    learner.expect_calls(
        "report_package",
        [
            ((_SEVEN, "Rui", 9_000), [3, 4, 5, 6, 7], "The last five of seven."),
            ((_SEVEN[::-1], "Rui", 9_000), [3, 4, 5, 6, 7], "The list is in no order."),
            ((_SEVEN[:2], "Rui", 9_000), [1, 2], "Fewer than five: all of them."),
            (([], "Rui", 9_000), [], "Nothing is there to send."),
        ],
        untouched=True,
    )


@report_package.check(
    "only what the reported side sent to you",
    points=2,
    hints=(
        "Look at who has sent each of the messages that you keep.",
        "A name keeps that sender only. None means the group: everybody but you.",
        'message.sender == reported if reported is not None else message.sender != "you"',
    ),
)
def _senders(learner: Learner) -> None:
    learner.expect_calls(
        "report_package",
        [
            ((_TALK, "Rui", 9_000), [1, 4], "2 is yours, 3 is Ona's; a bare file counts."),
            ((_TALK, None, 9_000), [1, 3, 4], "None is the group: everybody but you."),
            ((_TALK, "Lev", 9_000), [], "Lev has sent nothing."),
        ],
    )


@report_package.check(
    "what is deleted, or later than now, makes room for an older one",
    points=2,
    hints=(
        "Look at what happens first: choosing five, or leaving out what cannot go.",
        "Leave out first, then choose. A message that arrives now is there.",
        "not message.deleted and message.time <= now",
    ),
)
def _there(learner: Learner) -> None:
    gone = [*_SEVEN[:6], Message(7, "Rui", 7_000, "text 7", deleted=True)]
    learner.expect_calls(
        "report_package",
        [
            ((gone, "Rui", 9_000), [2, 3, 4, 5, 6], "7 is deleted, so 2 goes along."),
            ((_SEVEN, "Rui", 6_999), [2, 3, 4, 5, 6], "7 has not arrived yet."),
            ((_SEVEN, "Rui", 7_000), [3, 4, 5, 6, 7], "7 arrives at this moment: it is there."),
        ],
    )


@report_package.check(
    "at the same time, the higher id is the later one",
    points=1,
    hints=(
        "Two messages may have one time. Which of them is later?",
        "Compare the time first, then the id.",
        "key=lambda message: (message.time, message.id)",
    ),
)
def _ties(learner: Learner) -> None:
    same = [Message(n, "Rui", 5_000) for n in (6, 2, 5, 1, 4, 3)]
    late = [Message(9, "Rui", 1_000), Message(2, "Rui", 2_000)]
    learner.expect_calls(
        "report_package",
        [
            ((same, "Rui", 9_000), [2, 3, 4, 5, 6], "1 is the earliest of six at one time."),
            ((late, "Rui", 9_000), [9, 2], "Different times: the id does not matter."),
        ],
    )


@innocent_among.check(
    "counts the innocent among the flagged",
    points=2,
    hints=(
        "Look at 1,000 accounts: how many guilty, how many innocent, and who of each is flagged?",
        "Guilty and caught: guilty * caught. Innocent and not cleared: the two rests multiplied.",
        "flagged * wrong / (right + wrong), with wrong = (1000 - guilty) * (1000 - cleared)",
    ),
)
def _counts(learner: Learner) -> None:
    learner.expect_calls(
        "innocent_among",
        [
            ((1_000, 500, 900, 900), 100, "Half are guilty: one flag in ten is wrong."),
            ((1_000, 10, 900, 900), 917, "One in a hundred is guilty: most flags are wrong."),
            ((1_000, 10, 900, 999), 99, "It clears nearly all the innocent."),
            ((50, 500, 900, 900), 5, "The share is the same for 50 flagged."),
        ],
    )


@innocent_among.check(
    "the edges: nobody guilty, everybody guilty, nobody flagged",
    points=2,
    hints=(
        "Try 0 and 1000 for each number, and watch what you divide by.",
        "If nobody can be flagged there is no share to compute: the answer is None.",
        "if right + wrong == 0: return None",
    ),
)
def _edges(learner: Learner) -> None:
    learner.expect_calls(
        "innocent_among",
        [
            ((1_000, 0, 900, 900), 1_000, "Nobody is guilty: every flag is wrong."),
            ((1_000, 1_000, 900, 900), 0, "Everybody is guilty."),
            ((1_000, 500, 900, 1_000), 0, "No innocent is ever flagged."),
            ((0, 500, 900, 900), 0, "Nobody was flagged."),
            ((1_000, 0, 900, 1_000), None, "Nobody can be flagged."),
            ((0, 500, 0, 1_000), None, "Nobody can be flagged, and nobody was."),
        ],
    )


@innocent_among.check(
    "exactly one half is rounded up",
    points=1,
    hints=(
        "Python's round() takes an exact half to the even neighbour, and floats are not exact.",
        "Stay with whole numbers: add half of the divisor before you divide with //.",
        "(2 * flagged * wrong + total) // (2 * total)",
    ),
)
def _rounding(learner: Learner) -> None:
    learner.expect_calls(
        "innocent_among",
        [
            ((1, 500, 500, 500), 1, "One half becomes 1."),
            ((5, 500, 500, 500), 3, "Two and a half becomes 3."),
            ((3, 500, 900, 900), 0, "0.3 becomes 0."),
            ((10**18 + 1, 500, 500, 500), 5 * 10**17 + 1, "Large numbers stay exact."),
        ],
    )
