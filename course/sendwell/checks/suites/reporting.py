"""Module m05, build: the checks that learners may read."""

from __future__ import annotations

from typing import TypeAlias

from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite
from sendwell.reporting import Case, Message, Report

report_package = Suite("reporting.report_package")
posterior = Suite("reporting.posterior")
innocent_among = Suite("reporting.innocent_among")
merge_reports = Suite("reporting.merge_reports")

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
            ((_SEVEN, "Rui", 9_000), [3, 4, 5, 6, 7], "The ids of the last five of seven."),
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


@posterior.check(
    "the share of the guilty among the flagged, exactly",
    points=2,
    hints=(
        "Take 1,000 accounts and count: who is flagged, and who of those is guilty?",
        (
            "right is prior * sensitivity. wrong is the rest of the prior times the rest of the "
            "specificity. The answer is right of (right + wrong)."
        ),
        "Fraction(*prior) makes an exact number; .numerator and .denominator take it apart.",
    ),
)
def _share(learner: Learner) -> None:
    learner.expect_calls(
        "posterior",
        [
            (
                ((1, 2), (9, 10), (9, 10)),
                (9, 10),
                "Half are guilty: 9 of 10 flags are right, as a pair.",
            ),
            (((1, 100), (9, 10), (9, 10)), (1, 12), "9 rightly, 99 wrongly: 9 of 108."),
            (((1, 500), (19, 20), (99, 100)), (95, 594), "190 of 1,188."),
            (((1, 3), (1, 7), (1, 2)), (1, 8), "1/21 rightly, 1/3 wrongly."),
        ],
    )


@posterior.check(
    "in lowest terms, whatever the pairs look like",
    points=1,
    hints=(
        "Look at what divides both numbers of your answer.",
        "A Fraction is always in lowest terms; math.gcd finds what divides both.",
        "(right // common, total // common), with common = gcd(right, total)",
    ),
)
def _lowest(learner: Learner) -> None:
    big = 10**20 + 1
    learner.expect_calls(
        "posterior",
        [
            (((50, 100), (90, 100), (90, 100)), (9, 10), "The first example, in hundredths."),
            (((5, 10), (3, 3), (0, 4)), (1, 2), "Everybody is flagged, and half are guilty."),
            (((1, big), (1, 1), (0, 1)), (1, big), "Large numbers stay exact."),
        ],
    )


@posterior.check(
    "the edges: nobody guilty, everybody guilty, nobody flagged",
    points=2,
    hints=(
        "Try the pairs that mean 0 and 1 for each of the three, and watch what you divide by.",
        (
            "If nobody can be flagged there is no share: the answer is None. Else 0 is (0, 1), and "
            "1 is (1, 1)."
        ),
        "if right + wrong == 0: return None",
    ),
)
def _posterior_edges(learner: Learner) -> None:
    learner.expect_calls(
        "posterior",
        [
            (((0, 1), (9, 10), (9, 10)), (0, 1), "Nobody is guilty, so no flag is right."),
            (((1, 1), (9, 10), (9, 10)), (1, 1), "Everybody is guilty."),
            (((1, 100), (9, 10), (1, 1)), (1, 1), "No innocent is ever flagged."),
            (((1, 100), (0, 1), (9, 10)), (0, 1), "No guilty one is ever flagged."),
            (((0, 1), (9, 10), (1, 1)), None, "Nobody is guilty, no innocent is flagged."),
            (((1, 1), (0, 1), (9, 10)), None, "Everybody is guilty, no guilty one is flagged."),
            (((1, 2), (0, 5), (5, 5)), None, "Nobody is ever flagged."),
        ],
    )


@innocent_among.check(
    "counts the innocent among the flagged",
    points=1,
    hints=(
        "Gap 1: of the innocent, who is flagged? Gap 2: the share of wrong in total, of flagged.",
        "Innocent and not cleared: what is left of guilty to 1000, times what is left of cleared.",
        "wrong = (1000 - guilty) * (1000 - cleared), and about flagged * wrong / total",
    ),
)
def _counts(learner: Learner) -> None:
    learner.expect_calls(
        "innocent_among",
        [
            ((1_000, 500, 900, 900), 100, "Half are guilty: one flag in ten is wrong."),
            (
                (1_000, 10, 900, 900),
                917,
                "One in a hundred is guilty: most flags are wrong. 916.67 is rounded up.",
            ),
            ((1_000, 10, 900, 999), 99, "It clears nearly all the innocent."),
            ((50, 500, 900, 900), 5, "The share is the same for 50 flagged."),
        ],
    )


@innocent_among.check(
    "the edges: nobody guilty, everybody guilty, nobody flagged",
    points=1,
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


_SHOP = [
    Report(4, "shop", "Ada", 4_000, 1),
    Report(1, "shop", "Ben", 1_000, 1),
    Report(3, "shop", "Cem", 3_000, 4),
    Report(2, "shop", "Ada", 2_000, 2),
]
#: An id, an account, a time and a severity.
_Row: TypeAlias = tuple[int, str, int, int]
_SHOP_CASE = Case("shop", 4, 1_000, (1, 2, 3, 4), 3)


@merge_reports.check(
    "one case an account, with all of its reports",
    points=2,
    hints=(
        "Look at what belongs together: the account.",
        (
            "Sort the reports by time and id first. Then a dictionary from account to a list "
            "of its reports keeps them in order."
        ),
        "cases.setdefault(report.account, []).append(report)",
    ),
)
def _one_each(learner: Learner) -> None:
    two = [Report(1, "b", "Ada", 5, 1), Report(2, "a", "Ada", 6, 1), Report(3, "b", "Ada", 7, 1)]
    like = [Report(1, "Rui", "Ada", 5, 1), Report(2, "rui", "Ada", 6, 1)]
    learner.expect_calls(
        "merge_reports",
        [
            (
                (_SHOP,),
                [_SHOP_CASE],
                "The worst severity, the earliest time, the ids by time, as a tuple.",
            ),
            ((two,), [Case("b", 1, 5, (1, 3), 1), Case("a", 1, 6, (2,), 1)], "Two accounts."),
            (
                (like,),
                [Case("Rui", 1, 5, (1,), 1), Case("rui", 1, 6, (2,), 1)],
                "Letter for letter: Rui and rui are two accounts.",
            ),
            (([],), [], "No report, no case."),
        ],
        untouched=True,
    )


@merge_reports.check(
    "merging never lowers the severity, and many reporters never raise it",
    points=1,
    hints=(
        "Look at which of the severities your case gets.",
        "The worst report decides, wherever it stands, and whoever else reported.",
        "max(report.severity for report in several)",
    ),
)
def _worst(learner: Learner) -> None:
    many = [Report(n, "loud", f"person {n}", n, 1) for n in range(10, 30)]
    first = [Report(1, "x", "Ada", 1, 9), Report(2, "x", "Ben", 2, 0), Report(3, "x", "Cem", 3, 0)]
    learner.expect_calls(
        "merge_reports",
        [
            ((first,), [Case("x", 9, 1, (1, 2, 3), 3)], "The threat stays what it is."),
            ((first[::-1],), [Case("x", 9, 1, (1, 2, 3), 3)], "In whatever order they come."),
            (
                (many,),
                [Case("loud", 1, 10, tuple(range(10, 30)), 20)],
                "Twenty reporters are counted, and an advert stays an advert.",
            ),
        ],
    )


@merge_reports.check(
    "the same report twice counts once, the same person twice is one reporter",
    points=1,
    hints=(
        "Look at ids and at names: what is counted once?",
        "Two with one id are the same report. Two of one person are two reports by one reporter.",
        "Put the ids that you have had in a set; len({report.reporter for report in several})",
    ),
)
def _once(learner: Learner) -> None:
    again = [Report(1, "x", "Ada", 1, 2), Report(2, "x", "Ada", 2, 2), Report(1, "x", "Ada", 1, 2)]
    learner.expect_calls(
        "merge_reports",
        [
            ((again,), [Case("x", 2, 1, (1, 2), 1)], "Report 1 was received twice."),
            (
                ([Report(7, "x", "Ada", 1, 2), Report(8, "y", "Ada", 1, 2)],),
                [Case("x", 2, 1, (7,), 1), Case("y", 2, 1, (8,), 1)],
                "One person may report two accounts.",
            ),
        ],
    )


@merge_reports.check(
    "the worst case first, and who is next when two are equal",
    points=2,
    hints=(
        "Look at the order of the cases, and at cases that are equally severe.",
        "Severity from large to small, then since from small to large, then the account.",
        "sorted(cases, key=lambda case: (-case.severity, case.since, case.account))",
    ),
)
def _order(learner: Learner) -> None:
    def single(n: int, account: str, time: int, severity: int) -> Report:
        return Report(n, account, f"person {n}", time, severity)

    def case(n: int, account: str, time: int, severity: int) -> Case:
        return Case(account, severity, time, (n,), 1)

    def both(first: _Row, second: _Row, why: str) -> tuple[tuple[list[Report]], list[Case], str]:
        return ([single(*second), single(*first)],), [case(*first), case(*second)], why

    same = [Report(9, "x", "Ada", 5, 1), Report(6, "x", "Ben", 5, 1), Report(7, "x", "Cem", 4, 1)]
    loud = [Report(n, "loud", f"person {n}", n, 1) for n in range(20, 25)]
    learner.expect_calls(
        "merge_reports",
        [
            both((1, "z", 30, 5), (2, "a", 10, 4), "The more severe first, though it came later."),
            both((3, "z", 10, 2), (4, "a", 11, 2), "Equally severe: the earlier first."),
            both((6, "a", 10, 0), (5, "z", 10, 0), "Equally severe and early: by account."),
            ((same,), [Case("x", 1, 4, (7, 6, 9), 3)], "Ids by time; at one time the lower first."),
            (
                (loud + same,),
                [Case("x", 1, 4, (7, 6, 9), 3), Case("loud", 1, 20, (20, 21, 22, 23, 24), 5)],
                "The number of reporters does not change the order.",
            ),
        ],
    )
