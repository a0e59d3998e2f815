"""Module m06, build: the checks that learners may read."""

from __future__ import annotations

from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite
from sendwell.review import Between, Mean, Report, Route, Within

triage = Suite("review.triage")
utilisation = Suite("review.utilisation")
waiting_from_length = Suite("review.waiting_from_length")
consistent_pairs = Suite("review.consistent_pairs")
review_queue = Suite("review.review_queue")

_PEOPLE = [Route("people", urgency) for urgency in range(5)]
_UPHELD, _DISMISSED, _CLOSED = Route("upheld"), Route("dismissed"), Route("closed")


@triage.check(
    "children first, whatever else",
    points=1,
    hints=(
        "Which rule is looked at first?",
        "Rule 1 comes before all others, also before the one about no messages.",
        'if report.kind == "child safety": return Route("people", 0)',
    ),
)
def _children(learner: Learner) -> None:
    learner.expect_calls(
        "triage",
        [
            ((Report("child safety", 50),), _PEOPLE[0], "Rule 1."),
            ((Report("child safety", 0, messages=0),), _PEOPLE[0], "Rule 1 comes before rule 2."),
            ((Report("child safety", 100, measures=7),), _PEOPLE[0], "Rule 1 comes before rule 4."),
        ],
    )


@triage.check(
    "nothing to look at is closed, and threats go to people",
    points=1,
    hints=(
        "Compare the order of your questions with the table's.",
        "Rule 2 comes before rule 3, and both come before the filter decides anything.",
        'messages == 0 gives Route("closed", None); then threats give Route("people", 1).',
    ),
)
def _threats(learner: Learner) -> None:
    learner.expect_calls(
        "triage",
        [
            ((Report("spam", 99, messages=0),), _CLOSED, "Rule 2: nothing to look at."),
            ((Report("threats", 99, messages=0),), _CLOSED, "Rule 2 comes before rule 3."),
            ((Report("threats", 100),), _PEOPLE[1], "Rule 3: sure or not, people look at it."),
            ((Report("threats", 2, messages=1),), _PEOPLE[1], "Rule 3."),
        ],
    )


@triage.check(
    "the filter decides what is clear, people the rest",
    points=2,
    hints=(
        "Look at 95 and 94, and at 5 and 6.",
        "Both ends belong to the filter. What lies between goes to people, by its kind.",
        "report.sure >= 95, report.sure <= 5; then fraud 2, spam 3, any other kind 4",
    ),
)
def _clear(learner: Learner) -> None:
    learner.expect_calls(
        "triage",
        [
            ((Report("spam", 95),), _UPHELD, "Rule 4: from 95 up."),
            ((Report("spam", 94),), _PEOPLE[3], "94 is below 95: rule 7."),
            ((Report("fraud", 5),), _DISMISSED, "Rule 5: from 5 down."),
            ((Report("fraud", 6),), _PEOPLE[2], "6 is above 5: rule 6."),
            ((Report("fraud", 100),), _UPHELD, "Rule 4."),
            ((Report("spam", 0),), _DISMISSED, "Rule 5."),
            ((Report("hate", 50),), _PEOPLE[4], "Rule 8: any other kind."),
            ((Report("hate", 95),), _UPHELD, "Rule 4 asks for no kind."),
        ],
    )


@triage.check(
    "a thin report and a third measure are no work for the filter",
    points=1,
    hints=(
        "When may the filter decide alone?",
        "With two messages or more, and at most two measures before.",
        "report.messages >= 2 and report.measures <= 2, in rule 4 and in rule 5",
    ),
)
def _thin(learner: Learner) -> None:
    learner.expect_calls(
        "triage",
        [
            ((Report("spam", 99, messages=1),), _PEOPLE[3], "One message is thin: rule 7."),
            ((Report("spam", 99, messages=2),), _UPHELD, "Two are enough for rule 4."),
            ((Report("fraud", 1, messages=1),), _PEOPLE[2], "Thin, for rule 5 as well."),
            ((Report("fraud", 1, messages=2),), _DISMISSED, "Two are enough for rule 5."),
            ((Report("spam", 99, measures=3),), _PEOPLE[3], "Three before: rule 7."),
            ((Report("spam", 99, measures=2),), _UPHELD, "Two before: rule 4 still fits."),
            ((Report("hate", 1, measures=3),), _PEOPLE[4], "Rule 5 asks for it as well."),
            ((Report("hate", 1, measures=2),), _DISMISSED, "Two before: rule 5 still fits."),
        ],
    )


@utilisation.check(
    "what comes of what is possible, of 100, rounded up",
    points=2,
    hints=(
        "How many reports are possible? Which part of them comes?",
        "100 times what comes, divided by reviewers * each, rounded up and without float.",
        "-(-a // b) rounds a / b up.",
    ),
)
def _percent(learner: Learner) -> None:
    learner.expect_calls(
        "utilisation",
        [
            ((60, 3, 25), 80, "60 of 75 are 80 of 100."),
            ((75, 3, 25), 100, "All that is possible."),
            ((76, 3, 25), 102, "A little over 101 is rounded up."),
            ((1, 3, 25), 2, "A little over 1 is rounded up."),
            ((689_000, 3_700, 220), 85, "689,000 of 814,000."),
            ((10**18 + 1, 10**9, 10**9), 101, "A hair too much is too much."),
            ((10**18, 10**9, 10**9), 100, "Large numbers stay exact."),
        ],
    )


@utilisation.check(
    "nothing comes, or nothing is possible",
    points=1,
    hints=(
        "What happens if nobody works, and what if nothing comes?",
        "Nothing comes: 0, whoever works. Something comes and nothing is possible: None.",
        "if arriving == 0: return 0 comes before the other question.",
    ),
)
def _edges(learner: Learner) -> None:
    learner.expect_calls(
        "utilisation",
        [
            ((0, 3, 25), 0, "Nothing comes."),
            ((0, 0, 25), 0, "Nothing comes, and nobody is wanted."),
            ((5, 0, 25), None, "Nobody works: no number says how busy."),
            ((5, 3, 0), None, "They can do nothing: no number says how busy."),
        ],
    )


@waiting_from_length.check(
    "the wait that belongs to a queue's length",
    points=2,
    hints=(
        "How many come in one millisecond? How long do 300 need at that pace?",
        "The length, divided by how many come in a millisecond: length * during / arrived.",
        "Multiply first, divide last, with // and not with /.",
    ),
)
def _little(learner: Learner) -> None:
    learner.expect_calls(
        "waiting_from_length",
        [
            ((300, 100, 3_600_000), 10_800_000, "300 at 100 an hour: 3 hours."),
            ((50, 100, 3_600_000), 1_800_000, "50 at 100 an hour: half an hour."),
            ((0, 100, 3_600_000), 0, "Nobody waits."),
            ((7, 1, 1_000), 7_000, "One a second: seven seconds."),
            ((10**17 + 1, 10**6, 10**6), 10**17 + 1, "Large numbers stay exact."),
        ],
    )


@waiting_from_length.check(
    "rounded to the nearest millisecond, a half up; None if nothing came",
    points=1,
    hints=(
        "Look at 0.5 and at 1.5, and at a pace of nothing.",
        "Add a half before you round down: twice everything stays whole.",
        "(2 * length * during + arrived) // (2 * arrived)",
    ),
)
def _rounding(learner: Learner) -> None:
    learner.expect_calls(
        "waiting_from_length",
        [
            ((1, 2, 1), 1, "0.5 is rounded up."),
            ((5, 2, 1), 3, "2.5 is rounded up."),
            ((1, 3, 1), 0, "0.33 is nearer to 0."),
            ((2, 3, 1), 1, "0.67 is nearer to 1."),
            ((1, 2 * 10**17 + 1, 10**17), 0, "A hair less than 0.5 is nearer to 0."),
            ((5, 0, 1_000), None, "Nothing has come: there is no pace."),
            ((0, 0, 1_000), None, "Nothing has come."),
        ],
    )


@consistent_pairs.check(
    "a mean, and a range of all waits",
    points=1,
    hints=(
        "Where can the mean lie if every wait lies between two ends?",
        "Between the same two ends, and on them.",
        "a.least <= b.wait <= a.most",
    ),
)
def _mean_between(learner: Learner) -> None:
    every = Between("all", 360, 2_520)
    learner.expect_calls(
        "consistent_pairs",
        [
            (([every, Mean("m", 270)],), [], "If all wait 360 or more, the mean is no 270."),
            (([every, Mean("m", 360)],), [("all", "m")], "All may wait 360."),
            (([Mean("m", 2_520), every],), [("m", "all")], "All may wait 2,520."),
            (([every, Mean("m", 2_521)],), [], "The mean is above the longest wait."),
        ],
    )


@consistent_pairs.check(
    "a mean, and a share within a time",
    points=2,
    hints=(
        "If 40 of 100 wait longer than an hour, what is the least that the mean can be?",
        (
            "The others may wait 0, so the mean is more than that share of the time. If all are "
            "within the time, so is the mean."
        ),
        "100 * a.wait > (100 - b.percent) * b.time, but a.wait <= b.time if b.percent is 100",
    ),
)
def _mean_within(learner: Learner) -> None:
    most = Within("most", 60, 60)
    learner.expect_calls(
        "consistent_pairs",
        [
            (([Mean("m", 24), most],), [], "40 of 100 wait longer than 60: more than 24."),
            (([Mean("m", 25), most],), [("m", "most")], "25 is more than 24."),
            (([most, Mean("m", 9_999)],), [("most", "m")], "The 40 may wait very long."),
            (([Mean("m", 60), Within("w", 60, 100)],), [("m", "w")], "All may wait 60."),
            (([Mean("m", 61), Within("w", 60, 100)],), [], "All are within 60."),
            (([Mean("m", 0), Within("w", 60, 100)],), [("m", "w")], "All may wait 0."),
            (([Mean("m", 60), Within("w", 60, 0)],), [], "All wait longer than 60."),
            (([Mean("m", 61), Within("w", 60, 0)],), [("m", "w")], "All may wait 61."),
            (([Mean("m", 0), Within("w", 0, 99)],), [], "One of 100 waits longer than 0."),
            (([Mean("m", 1), Within("w", 0, 99)],), [("m", "w")], "That one may wait 100."),
            (([Mean("m", 1), Within("w", 150, 99)],), [], "1 of 100 above 150: above 1.5."),
            (([Mean("m", 2), Within("w", 150, 99)],), [("m", "w")], "2 is above 1.5."),
            (([Mean("m", 1), Within("w", 1, 1)],), [("m", "w")], "99 of 100 above 1: above 0.99."),
        ],
    )


@consistent_pairs.check(
    "a range of all waits, and a share within a time",
    points=1,
    hints=(
        "Is the time before the range, in it, or at its end?",
        (
            "Before the shortest wait nobody is done, and from the longest on all are. Between the "
            "two any share is possible."
        ),
        "b.time < a.least wants 0; b.time >= a.most wants 100.",
    ),
)
def _between_within(learner: Learner) -> None:
    every = Between("all", 10, 20)
    learner.expect_calls(
        "consistent_pairs",
        [
            (([every, Within("w", 9, 1)],), [], "At 9 nobody is done."),
            (([every, Within("w", 9, 0)],), [("all", "w")], "At 9 nobody is done."),
            (([every, Within("w", 10, 100)],), [("all", "w")], "All may wait 10."),
            (([Within("w", 19, 0), every],), [("w", "all")], "All may wait 20."),
            (([every, Within("w", 20, 99)],), [], "At 20 all are done."),
            (([every, Within("w", 20, 100)],), [("all", "w")], "At 20 all are done."),
            (([Between("one", 10, 10), Within("w", 10, 99)],), [], "All wait 10."),
        ],
    )


@consistent_pairs.check(
    "two claims of the same kind",
    points=1,
    hints=(
        "Two means; two shares: when do they exclude each other?",
        (
            "Two means must be equal. Of two shares, the one with the later time may not be "
            "smaller; at one time they must be equal."
        ),
        "Put the earlier one first, then compare the percents.",
    ),
)
def _same(learner: Learner) -> None:
    learner.expect_calls(
        "consistent_pairs",
        [
            (([Mean("a", 5), Mean("b", 5)],), [("a", "b")], "The same mean."),
            (([Mean("a", 5), Mean("b", 6)],), [], "One mean cannot be two numbers."),
            (
                ([Within("a", 10, 60), Within("b", 20, 60)],),
                [("a", "b")],
                "Nobody was done in between: that can be.",
            ),
            (
                ([Within("a", 20, 59), Within("b", 10, 60)],),
                [],
                "At 20 fewer would be done than at 10: done stays done.",
            ),
            (
                ([Within("a", 20, 61), Within("b", 10, 60)],),
                [("a", "b")],
                "At 20 more are done than at 10: that can be.",
            ),
            (
                ([Within("a", 20, 60), Within("b", 10, 60)],),
                [("a", "b")],
                "Nobody was done in between: that can be.",
            ),
            (
                ([Within("a", 10, 61), Within("b", 20, 60)],),
                [],
                "At 20 fewer would be done than at 10: done stays done.",
            ),
            (
                ([Within("a", 10, 60), Within("b", 11, 61)],),
                [("a", "b")],
                "At 11 more are done than at 10: that can be.",
            ),
            (([Within("a", 10, 60), Within("b", 10, 60)],), [("a", "b")], "They say the same."),
            (([Within("a", 10, 60), Within("b", 10, 61)],), [], "One time, two shares."),
            (([Within("a", 10, 61), Within("b", 10, 60)],), [], "One time, two shares."),
        ],
    )


@consistent_pairs.check(
    "every pair once, in the order of the list",
    points=1,
    hints=(
        "Compare the pairs that you return with the order of the claims.",
        "The given function does that. Did you change it, or the list?",
        "combinations(claims, 2) gives every pair once, the earlier claim first.",
    ),
)
def _pairs(learner: Learner) -> None:
    claims = [Mean("z", 15), Between("y", 10, 20), Within("x", 15, 50), Mean("w", 15)]
    found = [("z", "y"), ("z", "x"), ("z", "w"), ("y", "x"), ("y", "w"), ("x", "w")]
    apart = [Between("a", 1, 2), Between("b", 2, 3), Between("c", 3, 4)]
    learner.expect_calls(
        "consistent_pairs",
        [
            (([],), [], "No claims, no pairs."),
            (([Mean("a", 1)],), [], "One claim is no pair."),
            ((claims,), found, "All six pairs, the earlier claim first in each."),
            ((apart,), [("a", "b"), ("b", "c")], "a and c share no wait."),
            ((apart[::-1],), [("c", "b"), ("b", "a")], "In the order of this list."),
        ],
        untouched=True,
    )


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
    learner.expect_traces(
        "ReviewQueue",
        [
            ({"ageing": 1_000}, [("add", 0, "a", 3, None), ("waiting", 1)]),
            ({"ageing": 1_000}, [("waiting", 0)]),
        ],
        "A new queue is empty: two queues share nothing. Set what it keeps in __init__.",
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
