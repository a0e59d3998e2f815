"""Module m06, build: the checks that learners may read."""

from __future__ import annotations

from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite

review_queue = Suite("review.review_queue")


@review_queue.check(
    "the most urgent first, then the one who joined first",
    points=2,
    hints=(
        "Look at how you choose among those who wait.",
        "Smaller numbers are more urgent. Of equal ones, take who joined first.",
        "min() over a list in the order of joining gives the first of equal ones.",
    ),
)
def _order(learner: Learner) -> None:
    learner.expect_traces(
        "ReviewQueue",
        [
            ({"ageing": 1_000}, [("waiting", 0), ("take", 0, None), ("waiting", 0)]),
            (
                {"ageing": 1_000},
                [
                    ("add", 0, "b", 3, None),
                    ("add", 0, "a", 3, None),
                    ("add", 1, "c", 1, None),
                    ("waiting", 3),
                    ("take", 5, "c"),
                    ("take", 5, "b"),
                    ("take", 5, "a"),
                    ("take", 5, None),
                ],
            ),
        ],
        "Smaller urgency first; of equal ones, the one who joined first; None if nobody waits.",
    )


@review_queue.check(
    "merging never lowers the urgency, and keeps the place",
    points=2,
    hints=(
        "Look at what a second report about a waiting account changes.",
        "It makes no second place. It may only make the account more urgent.",
        "urgency = min(old, new); the time of arrival stays.",
    ),
)
def _merging(learner: Learner) -> None:
    learner.expect_traces(
        "ReviewQueue",
        [
            (
                {"ageing": 1_000},
                [
                    ("add", 0, "a", 4, None),
                    ("add", 0, "b", 4, None),
                    ("add", 10, "b", 2, None),
                    ("waiting", 2),
                    ("add", 20, "b", 9, None),
                    ("take", 30, "b"),
                    ("take", 30, "a"),
                    ("take", 30, None),
                ],
            ),
            (
                {"ageing": 1_000},
                [
                    ("add", 0, "a", 4, None),
                    ("add", 10, "b", 4, None),
                    ("add", 20, "a", 4, None),
                    ("take", 30, "a"),
                    ("add", 40, "a", 4, None),
                    ("take", 50, "b"),
                    ("take", 50, "a"),
                ],
            ),
            (
                {"ageing": 1_000},
                [
                    ("add", 0, "a", 5, None),
                    ("add", 0, "b", 3, None),
                    ("add", 10, "a", 4, None),
                    ("take", 20, "b"),
                ],
            ),
        ],
        "One place for an account, from its first report on, at its most urgent report.",
    )


@review_queue.check(
    "waiting makes more urgent, so nobody starves",
    points=2,
    hints=(
        "Look at how long each account has waited when you choose.",
        "Only full steps of ageing count: after 999 of 1_000 ms nothing has changed.",
        "urgency - (now - arrived) // ageing",
    ),
)
def _ageing(learner: Learner) -> None:
    learner.expect_traces(
        "ReviewQueue",
        [
            (
                {"ageing": 1_000},
                [("add", 0, "old", 3, None), ("add", 999, "new", 2, None), ("take", 999, "new")],
            ),
            (
                {"ageing": 1_000},
                [
                    ("add", 0, "old", 3, None),
                    ("add", 1_000, "new", 2, None),
                    ("take", 1_000, "old"),
                ],
            ),
            (
                {"ageing": 1_000},
                [
                    ("add", 0, "old", 3, None),
                    ("add", 500, "new", 2, None),
                    ("take", 1_400, "old"),
                ],
            ),
            (
                {"ageing": 1_000},
                [
                    ("add", 0, "first", 1, None),
                    ("add", 0, "second", 0, None),
                    ("take", 5_000, "second"),
                ],
            ),
            (
                {"ageing": 1_000},
                [
                    ("add", 0, "old", 3, None),
                    ("add", 4_000, "new", 0, None),
                    ("take", 4_000, "old"),
                    ("take", 4_000, "new"),
                ],
            ),
            (
                {"ageing": 1_000},
                [
                    ("add", 0, "old", 3, None),
                    ("add", 1_500, "new", 2, None),
                    ("add", 1_600, "old", 3, None),
                    ("take", 2_500, "old"),
                    ("take", 2_500, "new"),
                ],
            ),
        ],
        "Urgency falls by 1 for each full ageing waited since the first report, also below 0.",
    )
