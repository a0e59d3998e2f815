"""Module m03, build, going further, exercise 7: the checks that learners may read."""

from __future__ import annotations

from functools import cache

from sendwell.checks.elsewhere import Script, Step
from sendwell.checks.expect import expect_that
from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite
from sendwell.checks.values import show

three_limits = Suite("gate.three_limits")

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


#: One gate whose limits are given without their names.
_IN_ORDER = Script(
    (
        Step(
            "Gate",
            (3, 1, 2),
            calls=(
                ("allow", "Mia", 0),
                ("allow", "Mia", 0),
                ("allow", "Ben", 0),
                ("allow", "Ada", 0),
            ),
        ),
    ),
    (["ok", "pair", "ok", "day"],),
)


def _gate(per_hour: int, per_pair: int, per_day: int) -> dict[str, int]:
    return {"per_hour": per_hour, "per_pair": per_pair, "per_day": per_day}


@cache
def _names_script() -> Script:
    hour = [
        ("allow", "Mia", 9_000, "ok"),
        ("allow", "Ben", 9_000, "ok"),
        ("allow", "Ada", 8_999 + HOUR, "hour"),
        ("allow", "Ada", 9_000 + HOUR, "ok"),
    ]
    return Script.of_traces(
        "Gate",
        [
            (_gate(2, 9, 9), hour),
            (
                _gate(9, 2, 9),
                [
                    ("allow", "Mia", 9_000, "ok"),
                    ("allow", "Mia", 9_000, "ok"),
                    ("allow", "Mia", 8_999 + MINUTE, "pair"),
                    ("allow", "Ben", 8_999 + MINUTE, "ok"),
                    ("allow", "Mia", 9_000 + MINUTE, "ok"),
                    ("allow", "Mia", 9_000 + MINUTE, "ok"),
                    ("allow", "Mia", 9_001 + 2 * MINUTE, "ok"),
                ],
            ),
            (
                _gate(9, 9, 1),
                [
                    ("allow", "Mia", HOUR, "ok"),
                    ("allow", "Ben", HOUR, "day"),
                    ("allow", "Ben", DAY + HOUR - 1, "day"),
                    ("allow", "Ben", DAY + HOUR, "ok"),
                ],
            ),
            (_gate(1, 1, 1), [("allow", "Mia", 0, "ok"), ("allow", "Mia", 1, "hour")]),
            (_gate(1, 1, 1), [("allow", "Mia", 0, "ok"), ("allow", "Ben", 1, "hour")]),
            (
                _gate(9, 1, 1),
                [
                    ("received", "Mia", 0, None),
                    ("allow", "Ben", 1_000, "ok"),
                    ("allow", "Mia", DAY - 1, "ok"),
                    ("allow", "Mia", DAY, "pair"),
                ],
            ),
        ],
    )


@three_limits.check(
    "each limit refuses in its own name, and of several the first",
    points=2,
    hints=(
        "Which limit said no: the hour, the pair or the day? And which did you ask first?",
        "The hour counts all sends, the pair those to one contact, the day counts contacts.",
        'Three ifs, each with a return: "hour" first, then "pair", then "day"; else "ok"',
    ),
)
def _names(learner: Learner) -> None:
    learner.expect_script(
        _names_script(),
        "Ask hour, then pair, then day; a send exactly one minute, hour or day ago is outside.",
    )
    learner.expect_script(
        _IN_ORDER,
        "Gate(3, 1, 2): per_hour, per_pair, per_day, in this order.",
    )


@cache
def _refused_script() -> Script:
    return Script.of_traces(
        "Gate",
        [
            (
                _gate(2, 1, 9),
                [
                    ("allow", "Mia", 0, "ok"),
                    ("allow", "Mia", 1, "pair"),
                    ("allow", "Ben", 2, "ok"),
                    ("allow", "Ada", 3, "hour"),
                ],
            ),
            (
                _gate(2, 1, 1),
                [
                    ("allow", "Mia", 0, "ok"),
                    ("allow", "Ben", 1, "day"),
                    ("received", "Ben", 2, None),
                    ("allow", "Ben", 3, "ok"),
                ],
            ),
            (
                _gate(1, 1, 1),
                [
                    ("allow", "Mia", 0, "ok"),
                    ("allow", "Mia", HOUR - 1, "hour"),
                    ("allow", "Mia", HOUR, "ok"),
                ],
            ),
            (
                _gate(9, 1, 1),
                [
                    ("allow", "Mia", 0, "ok"),
                    ("allow", "Mia", MINUTE - 1, "pair"),
                    ("allow", "Ben", DAY, "ok"),
                ],
            ),
        ],
    )


@three_limits.check(
    "a refusal consumes nothing anywhere",
    points=2,
    hints=(
        "What have you written down by the time the last limit says no?",
        "Look at all three first. Only when none refuses, write down in all three.",
        "All the ifs with their returns come before the first append",
    ),
)
def _refused(learner: Learner) -> None:
    learner.expect_script(
        _refused_script(),
        "The refused sends before this one must have left no trace in any of the three limits.",
    )


@cache
def _window_script() -> Script:
    return Script.of_traces(
        "Gate",
        [
            (
                _gate(9, 9, 1),
                [
                    ("allow", "Mia", 20, "ok"),
                    ("received", "Ben", 10, None),
                    ("allow", "Ben", 30, "ok"),
                    ("allow", "Ben", 31, "ok"),
                    ("allow", "Ada", 31, "day"),
                ],
            ),
            (
                _gate(9, 9, 1),
                [
                    ("received", "Ben", 10, None),
                    ("allow", "Mia", HOUR, "ok"),
                    ("allow", "Ben", DAY + 9, "ok"),
                    ("allow", "Ben", DAY + 10, "day"),
                ],
            ),
            (
                _gate(9, 9, 1),
                [
                    ("received", "Ben", 0, None),
                    ("allow", "Mia", HOUR, "ok"),
                    ("received", "Ben", 2 * HOUR, None),
                    ("allow", "Ben", DAY + HOUR - 1, "ok"),
                ],
            ),
            (
                _gate(9, 9, 1),
                [
                    ("allow", "Ben", 0, "ok"),
                    ("received", "Ben", 0, None),
                    ("allow", "Ada", 0, "day"),
                ],
            ),
            (
                _gate(2, 1, 9),
                [
                    ("received", "Mia", 0, None),
                    ("allow", "Mia", 0, "ok"),
                    ("allow", "Mia", 1, "pair"),
                    ("allow", "Ben", 1, "ok"),
                    ("received", "Ada", 1, None),
                    ("allow", "Ada", 1, "hour"),
                ],
            ),
        ],
    )


@three_limits.check(
    "what is sent in an open service window does not count for the day",
    points=2,
    hints=(
        "Is this contact's window open at this moment, and which limits does that change?",
        "A window is open at now and closed at now + a day. Only the day looks at it.",
        "Keep when each contact last wrote. If that is less than a day ago, skip the day's part",
    ),
)
def _window(learner: Learner) -> None:
    learner.expect_script(
        _window_script(),
        "A window frees sends to its own contact, from the message on, for a day; hour and pair "
        "count them all the same.",
    )


@cache
def _repeat_script() -> Script:
    return Script.of_traces(
        "Gate",
        [
            (
                _gate(9, 9, 2),
                [
                    ("allow", "Mia", 0, "ok"),
                    ("allow", "Ben", 1, "ok"),
                    ("allow", "Ada", 2, "day"),
                    ("allow", "Mia", HOUR, "ok"),
                    ("allow", "Ada", DAY, "day"),
                    ("allow", "Ada", DAY + 1, "ok"),
                    ("allow", "Tom", DAY + HOUR - 1, "day"),
                    ("allow", "Tom", DAY + HOUR, "ok"),
                ],
            ),
            (
                _gate(9, 9, 1),
                [
                    ("allow", "Mia", 0, "ok"),
                    ("received", "Mia", HOUR, None),
                    ("allow", "Mia", HOUR, "ok"),
                    ("allow", "Ben", DAY, "ok"),
                ],
            ),
        ],
    )


@three_limits.check(
    "a repeat takes no further slot of the day, but renews it",
    points=1,
    hints=(
        "What does a second counted send to the same contact change?",
        "The day counts contacts, each for a day from its last counted send.",
        "A dict from contact to the time of its last counted send",
    ),
)
def _repeat(learner: Learner) -> None:
    learner.expect_script(
        _repeat_script(),
        "A contact counts until a day after its last counted send; a send that does not count "
        "renews nothing.",
    )


@cache
def _back_script() -> Script:
    return Script.of_traces(
        "Gate",
        [
            (
                _gate(1, 9, 9),
                [
                    ("allow", "Mia", HOUR, "ok"),
                    ("allow", "Ben", 2 * HOUR - 1, "hour"),
                    ("allow", "Ben", 0, "hour"),
                    ("allow", "Ben", 2 * HOUR, "ok"),
                    ("allow", "Ada", 5 * HOUR, "ok"),
                    ("allow", "Tom", 2 * HOUR, "hour"),
                ],
            ),
            (
                _gate(9, 1, 9),
                [
                    ("received", "Mia", 5 * MINUTE, None),
                    ("allow", "Mia", 4 * MINUTE, "ok"),
                    ("allow", "Mia", 6 * MINUTE - 1, "pair"),
                    ("allow", "Mia", 6 * MINUTE, "ok"),
                ],
            ),
            (
                _gate(9, 9, 1),
                [
                    ("allow", "Mia", 0, "ok"),
                    ("allow", "Ben", HOUR, "day"),
                    ("received", "Ben", 0, None),
                    ("allow", "Ada", DAY, "ok"),
                    ("allow", "Ben", DAY + HOUR - 1, "ok"),
                    ("allow", "Ben", DAY + HOUR, "day"),
                ],
            ),
        ],
    )


@three_limits.check(
    "a clock that steps back grants nothing",
    points=1,
    hints=(
        "What do allow and received do with a now that is smaller than one before?",
        "The largest now that either of them has seen counts in its place, refused or not.",
        "In both: self.latest = max(self.latest, now); now = self.latest",
    ),
)
def _back(learner: Learner) -> None:
    learner.expect_script(
        _back_script(),
        "The largest now that allow or received has seen counts in place of a smaller one.",
    )


@cache
def _tracked_script() -> Script:
    return Script.of_traces(
        "Gate",
        [
            (
                _gate(2, 9, 9),
                [
                    ("tracked", 0),
                    ("allow", "Mia", 0, "ok"),
                    ("tracked", 1),
                    ("received", "Ben", 1_000, None),
                    ("received", "Mia", 1_000, None),
                    ("allow", "Mia", 1_000, "ok"),
                    ("tracked", 2),
                    ("allow", "Ada", 1_000, "hour"),
                    ("tracked", 2),
                    ("allow", "Ada", DAY, "ok"),
                    ("tracked", 3),
                    ("allow", "Ada", DAY + 999, "ok"),
                    ("tracked", 3),
                    ("allow", "Ada", DAY + 1_000, "hour"),
                    ("tracked", 1),
                ],
            ),
            (
                _gate(9, 1, 9),
                [
                    ("received", "Mia", 0, None),
                    ("allow", "Mia", DAY - 1, "ok"),
                    ("received", "Ben", DAY, None),
                    ("tracked", 2),
                    ("received", "Ben", DAY + MINUTE - 2, None),
                    ("tracked", 2),
                    ("received", "Ben", DAY + MINUTE - 1, None),
                    ("tracked", 1),
                    ("received", "Ben", 0, None),
                    ("tracked", 1),
                ],
            ),
            (
                _gate(9, 9, 9),
                [
                    ("allow", "Mia", 0, "ok"),
                    ("received", "Ben", DAY - 1, None),
                    ("tracked", 2),
                    ("received", "Ben", DAY, None),
                    ("tracked", 1),
                ],
            ),
        ],
    )


@three_limits.check(
    "tracked counts the contacts that are still needed, and changes nothing",
    points=1,
    hints=(
        "For which three reasons must the gate still remember a contact?",
        "A send of the last minute, a counted send of the last day, an open window: one will do.",
        "The size of a set: the contacts of all that you keep, after what is over was forgotten",
    ),
)
def _tracked(learner: Learner) -> None:
    learner.expect_script(
        _tracked_script(),
        "Needed is who was sent to less than a minute ago, counts for the day, or has an open "
        "window, at the largest now seen.",
    )


#: Days with ten contacts each, who all write and are all answered, or are all written to.
_BUSY = 6
_DAYS = [
    *(("received", f"{day}.{n}", day * 2 * DAY) for day in range(_BUSY) for n in range(6)),
    *(("allow", f"w{day}.{n}", (day + _BUSY) * 2 * DAY) for day in range(_BUSY) for n in range(6)),
    ("received", "Mia", 4 * _BUSY * DAY),
]
_MEASURED = Script((Step("Gate", kwargs=_gate(50, 5, 50), calls=tuple(_DAYS), measure=True),))
_MOST = 20


@three_limits.check(
    "keeps nothing about people whom it no longer needs",
    points=1,
    hints=(
        "What is still in the object long after the last send to somebody?",
        "An empty list that a contact's name leads to is a trace, too. So is a window that closed.",
        "At the start of allow and received make each dict anew, without what is over",
    ),
)
def _forgets(learner: Learner) -> None:
    (done,) = learner.perform(_MEASURED)
    if done.kept > _MOST:
        del learner.calls[1:]
    expect_that(
        done.kept <= _MOST,
        f"after {2 * _BUSY} busy days with days of rest between them, and one message from Mia, "
        f"the object keeps {show(done.kept)} values",
        "a few: only Mia is still needed",
    )
