"""Module m03, build: the checks that learners may read.

The contracts are printed in the notebook; each check is one way in which an implementation may
miss them.
"""

from __future__ import annotations

from sendwell.checks.elsewhere import Script, Step
from sendwell.checks.expect import expect, expect_that
from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite
from sendwell.checks.values import kind_of, same, show
from sendwell.throttle import FixedWindow, fullest_window

allowed = Suite("throttle.allowed")


_COUNTS = Script.of_calls(
    "allowed",
    [
        (([], 5_000, 1, 10_000), True, "Nothing was sent: there is room."),
        (([1_000], 5_000, 2, 10_000), True, "One of two places is taken."),
        (([1_000, 2_000], 5_000, 2, 10_000), False, "Both places are taken."),
        (
            ([1_000, 2_000, 90_000], 95_000, 2, 10_000),
            True,
            "Sends from long ago take no place.",
        ),
        (
            ([9_000], 11_000, 1, 10_000),
            False,
            "The window moves with now: this one is (1_000, 11_000].",
        ),
        (([3_000, 3_000], 5_000, 2, 10_000), False, "Two at once are two sends."),
        (
            ([1_000, 2_000, 3_000], 5_000, 2, 10_000),
            False,
            "More sends than the limit leave no room either.",
        ),
    ],
)


@allowed.check(
    "counts the sends in the window and compares with the limit",
    points=1,
    hints=(
        "Look at how many of the sends lie in the window, and what you compare that number with.",
        "The send that asks is not in the list. Limit 2, one in the window: room for one more.",
        "count = 0; for each t in the window, count += 1; at the end: return count < limit",
    ),
)
def _counts(learner: Learner) -> None:
    learner.expect_script(_COUNTS)


_OLD_END = Script.of_calls(
    "allowed",
    [
        (([0], 9_999, 1, 10_000), False, "One millisecond before it leaves."),
        (([0], 10_000, 1, 10_000), True, "0 is not in (0, 10_000]."),
        (([0], 10_001, 1, 10_000), True),
    ],
)


@allowed.check(
    "a send exactly one window ago no longer counts",
    points=1,
    hints=(
        "Look at the old end of the window: (now - window, now].",
        "The round bracket means that now - window itself is outside.",
        "t > now - window",
    ),
)
def _old_end(learner: Learner) -> None:
    learner.expect_script(_OLD_END)


_NEW_END = Script.of_calls(
    "allowed",
    [
        (([5_000], 5_000, 1, 10_000), False, "5_000 is in (-5_000, 5_000]."),
    ],
)


@allowed.check(
    "a send at this very moment counts",
    points=1,
    hints=(
        "Look at the new end of the window: (now - window, now].",
        "The square bracket means that now itself is inside.",
        "t <= now",
    ),
)
def _new_end(learner: Learner) -> None:
    learner.expect_script(_NEW_END)


_LATER = Script.of_calls(
    "allowed",
    [
        (([5_001], 5_000, 1, 10_000), True, "5_001 is later than now."),
        (([1_000, 8_000], 5_000, 2, 10_000), True, "Only 1_000 counts."),
    ],
)


@allowed.check(
    "a send later than now does not count",
    points=1,
    hints=(
        "The list may hold sends that are planned for later.",
        "A window has two ends. Which one do you not look at yet?",
        "now - window < t <= now",
    ),
)
def _later(learner: Learner) -> None:
    learner.expect_script(_LATER)


@allowed.check(
    "the order of the list makes no difference, and the list stays as it was",
    points=1,
    hints=(
        "Do you sort, remove or take from the end of the list that you were given?",
        "The list belongs to whoever called you, and nobody promised that it is sorted.",
        "Look at every t in sent, change nothing: sum(1 for t in sent if ...)",
    ),
)
def _order(learner: Learner) -> None:
    sent = [20_000, 1_000, 19_000, 2_000, 3_000]
    before = [*sent]
    expect(learner.allowed(sent, 20_000, 3, 10_000), True, "Two of these five are in the window.")
    expect(learner.allowed(sent, 20_000, 2, 10_000), False, "Two of these five are in the window.")
    expect_that(
        same(sent, before),
        f"your function left the list as {show(sent)}",
        f"it unchanged, {show(before)}",
    )


burst_times = Suite("throttle.burst_times")


def expect_burst(times: object, limit: int, window: int) -> None:
    """Raise Mismatch unless ``times`` is a burst that the fixed window lets through."""
    expect_that(
        type(times) is list,
        f"got {'nothing (None)' if times is None else kind_of(times)}",
        "a list of times",
        "Is a return missing?" if times is None else "",
    )
    assert isinstance(times, list)
    if not all(type(t) is int and t >= 0 for t in times):
        expect_that(
            False,
            f"got {show(times[:8])}",
            "whole milliseconds (int) from 0 on",
            "Use // in place of / where you divide.",
        )
    if times != sorted(times):
        expect_that(False, f"got {show(times[:8])}", "the times in ascending order")
    expect_that(
        len(times) <= 10 * limit,
        f"got {len(times)} times",
        f"at most 10 times the limit, {10 * limit}",
        "Twice the limit is enough.",
    )
    fixed = FixedWindow(limit, window)
    refused = next((time for time in times if not fixed.allow(time)), None)
    if refused is not None:
        expect_that(
            False,
            f"the fixed window refuses the send at {show(refused)}",
            "a list of which it admits every send",
            f"It admits at most {limit} between one boundary and the next "
            f"(limit {limit}, window {window:_}).",
        )
    most, end = fullest_window(times, window)
    expect_that(
        most > limit,
        f"at most {most} of your sends fall within one window"
        + (f" (the one that ends at {show(end)})" if most else ""),
        f"more than {limit}",
        "Put sends just before a boundary of the fixed window, and just after it.",
    )


@burst_times.check(
    "a burst for limit 3 and window 10 seconds",
    points=2,
    hints=(
        "Look at the timeline: where does the fixed window start to count anew?",
        "Fill one fixed window to its limit as late as possible, the next as early as possible.",
        "limit sends at window - 1, then limit sends at window",
    ),
)
def _burst_example(learner: Learner) -> None:
    expect_burst(learner.burst_times(3, 10_000), 3, 10_000)


@burst_times.check(
    "a burst for other limits and windows",
    points=2,
    hints=(
        "Did you write 3 or 10_000 into the function?",
        "Use the names limit and window everywhere.",
        "[window - 1] * limit + [window] * limit",
    ),
)
def _burst_general(learner: Learner) -> None:
    for step, done in zip(_OTHERS, learner.perform(_OTHERS), strict=True):
        expect_burst(done.value, *step.args)


_OTHERS = [
    Step("burst_times", case)
    for case in ((1, 2), (1, 10_000), (2, 3), (9, 4), (250, 86_400_000), (45, 6_000))
]

simple_window = Suite("throttle.simple_window")


@simple_window.check(
    "admits up to the limit, then refuses",
    points=1,
    hints=(
        "Look at what you compare with limit.",
        "There is room as long as fewer than limit times are kept.",
        "if len(self.times) < self.limit:",
    ),
)
def _simple_limit(learner: Learner) -> None:
    learner.expect_replay(
        "SimpleWindow",
        {"limit": 2, "window": 10_000},
        [("allow", 0, True), ("allow", 1_000, True), ("allow", 2_000, False)],
        "Limit 2: two sends in the window are allowed, the third is not.",
    )
    step = Step("SimpleWindow", (1, 10_000), calls=(("allow", 0), ("allow", 1)))
    learner.expect_script(
        Script((step,), ([True, False],)),
        "A new window starts empty. SimpleWindow(1, 10_000): first the limit, then the window.",
    )


_SIMPLE_FORGETS = Script.of_traces(
    "SimpleWindow",
    [
        (
            {"limit": 1, "window": 10_000},
            [
                ("allow", 0, True),
                ("allow", 9_999, False),
                ("allow", 10_000, True),
                ("allow", 19_999, False),
                ("allow", 20_000, True),
                ("allow", 34_000, True),
                ("allow", 43_999, False),
            ],
        )
    ],
)


@simple_window.check(
    "forgets what has left the window",
    points=2,
    hints=(
        "Look at the line that keeps the times still in the window.",
        "Keep t only if it lies in (now - window, now]. now - window itself is outside.",
        "[t for t in self.times if t > now - self.window]",
    ),
)
def _simple_forgets(learner: Learner) -> None:
    learner.expect_script(
        _SIMPLE_FORGETS,
        "A send exactly one window ago no longer counts; one millisecond less, and it does.",
    )


sliding_window = Suite("throttle.sliding_window")


_LIMIT = Script.of_traces(
    "SlidingWindow",
    [
        (
            {"limit": 3, "window": 10_000},
            [("allow", 0, True), ("allow", 0, True), ("allow", 500, True), ("allow", 501, False)],
        )
    ],
)


@sliding_window.check(
    "admits up to the limit, then refuses",
    points=1,
    hints=(
        "Look at what allow compares with the limit, and at what it returns.",
        "If fewer than limit allowed sends lie in the window, remember now and return True.",
        "if len(self.times) < self.limit: self.times.append(now); return True",
    ),
)
def _limit(learner: Learner) -> None:
    learner.expect_script(
        _LIMIT, "Limit 3: three sends in the window are allowed, the fourth is not."
    )


_TWO_AND_A_THIRD = Script(
    (
        Step(
            "SlidingWindow",
            kwargs={"limit": 1, "window": 10_000},
            calls=(("allow", 0), ("allow", 0), ("allow", 1)),
            turns=(0, 1, 0),
        ),
        Step("SlidingWindow", (1, 10_000), calls=(("allow", 2), ("allow", 3))),
    ),
    ([True, True, False], [True, False]),
    (
        "Each of the two starts empty, whatever the other has admitted, and admits one send.",
        "SlidingWindow(1, 10_000): first the limit, then the window; and a new one starts empty.",
    ),
)


@sliding_window.check(
    "two windows share nothing",
    points=1,
    hints=(
        "Where is the list of times created?",
        "A list created in the class body belongs to all objects of the class.",
        "Create it in __init__: self.times = []",
    ),
)
def _separate(learner: Learner) -> None:
    learner.expect_script(_TWO_AND_A_THIRD)


_EDGE = Script.of_traces(
    "SlidingWindow",
    [
        (
            {"limit": 1, "window": 10_000},
            [
                ("allow", 5_000, True),
                ("allow", 14_999, False),
                ("allow", 15_000, True),
                ("allow", 40_000, True),
            ],
        )
    ],
)


@sliding_window.check(
    "a send exactly one window ago no longer counts",
    points=1,
    hints=(
        "Look at the old end of the window.",
        "The window is (now - window, now]: now - window itself is outside.",
        "Keep t only if t > now - self.window",
    ),
)
def _edge(learner: Learner) -> None:
    learner.expect_script(_EDGE, "5_000 is not in (5_000, 15_000], and long ago is outside too.")


_NO_BURST = Script.of_traces(
    "SlidingWindow",
    [
        (
            {"limit": 2, "window": 10_000},
            [
                ("allow", 9_998, True),
                ("allow", 9_999, True),
                ("allow", 10_000, False),
                ("allow", 19_997, False),
                ("allow", 19_998, True),
                ("allow", 19_998, False),
                ("allow", 19_999, True),
            ],
        )
    ],
)


@sliding_window.check(
    "lets no burst through at a boundary",
    points=1,
    hints=(
        "Do you count anew at every multiple of window?",
        "The window moves with now. Keep the times themselves, not a counter.",
        "self.times = [t for t in self.times if t > now - self.window]",
    ),
)
def _no_burst(learner: Learner) -> None:
    learner.expect_script(
        _NO_BURST, "Only two sends may lie in any stretch of 10 seconds, wherever it starts."
    )


_REFUSED = Script.of_traces(
    "SlidingWindow",
    [
        (
            {"limit": 2, "window": 10_000},
            [
                ("allow", 0, True),
                ("allow", 1_000, True),
                ("allow", 2_000, False),
                ("allow", 9_000, False),
                ("allow", 10_000, True),
                ("allow", 10_500, False),
                ("allow", 11_000, True),
            ],
        )
    ],
)


@sliding_window.check(
    "refused attempts do not count",
    points=1,
    hints=(
        "Look at where you remember now.",
        "Only a send that was allowed takes a place.",
        "Append to self.times inside the if that returns True, not before it",
    ),
)
def _refused(learner: Learner) -> None:
    learner.expect_script(_REFUSED, "The refused attempts before must not have taken a place.")


@sliding_window.check(
    "retry_after is the smallest wait",
    points=1,
    hints=(
        "What has to leave the window before there is room again?",
        "The oldest of the allowed sends that still count leaves at its time + window.",
        "return 0 if there is room, else oldest + self.window - now",
    ),
)
def _wait(learner: Learner) -> None:
    because = "The next allow is possible when the oldest send that counts leaves the window."
    learner.expect_replay(
        "SlidingWindow",
        {"limit": 2, "window": 10_000},
        [
            ("retry_after", 0, 0),
            ("allow", 0, True),
            ("retry_after", 0, 0),
            ("allow", 4_000, True),
            ("retry_after", 4_000, 6_000),
            ("retry_after", 9_999, 1),
            ("retry_after", 10_000, 0),
            ("retry_after", 60_000, 0),
            ("allow", 10_000, True),
            ("retry_after", 10_000, 4_000),
        ],
        because,
    )


_WAIT_IS_PURE = Script.of_traces(
    "SlidingWindow",
    [
        (
            {"limit": 2, "window": 10_000},
            [
                ("allow", 0, True),
                ("retry_after", 0, 0),
                ("retry_after", 0, 0),
                ("retry_after", 50_000, 0),
                ("allow", 1_000, True),
                ("allow", 2_000, False),
                ("retry_after", 2_000, 8_000),
                ("retry_after", 90_000, 0),
                ("allow", 9_999, False),
                ("allow", 10_000, True),
            ],
        )
    ],
)


@sliding_window.check(
    "retry_after changes nothing",
    points=1,
    hints=(
        "Does retry_after remove times, remember now, or call allow?",
        "Asking how long to wait must not take a place, and must not move the clock.",
        "Work on a list of your own: kept = [t for t in self.times if ...]",
    ),
)
def _wait_is_pure(learner: Learner) -> None:
    learner.expect_script(
        _WAIT_IS_PURE, "The calls of retry_after before this one must have changed nothing."
    )


_CLOCK_BACK = Script.of_traces(
    "SlidingWindow",
    [
        (
            {"limit": 2, "window": 10_000},
            [
                ("allow", 20_000, True),
                ("allow", 4_000, True),
                ("allow", 15_000, False),
                ("retry_after", 4_000, 26_000),
                ("retry_after", 15_000, 15_000),
                ("allow", 29_999, False),
                ("allow", 30_000, True),
                ("retry_after", 25_000, 0),
                ("allow", 25_000, True),
                ("allow", 30_000, False),
            ],
        )
    ],
)


@sliding_window.check(
    "if the clock goes back, the largest time seen counts",
    points=1,
    hints=(
        "What does allow do with a now that is smaller than one before?",
        "Remember the largest now so far. Use it for a smaller one, also as the time you keep.",
        "self.latest = max(self.latest, now); now = self.latest",
    ),
)
def _clock_back(learner: Learner) -> None:
    learner.expect_script(
        _CLOCK_BACK,
        "The largest now that allow has seen counts in place of a smaller one: "
        "the second send is one at 20_000.",
    )


_A_LONG_DAY = Script(
    (
        Step(
            "SlidingWindow",
            kwargs={"limit": 3, "window": 1_000},
            calls=tuple(("allow", now) for now in range(0, 15_000, 100)),
            measure=True,
        ),
    )
)


@sliding_window.check(
    "keeps no more than it needs",
    points=1,
    hints=(
        "What stays in your object after a long day?",
        "Times that have left the window are not needed, and refused ones never were.",
        "At the start of allow: self.times = [t for t in self.times if t > now - self.window]",
    ),
)
def _bounded(learner: Learner) -> None:
    (done,) = learner.perform(_A_LONG_DAY)
    if done.kept > 3 + 16:
        del learner.calls[1:]
    expect_that(
        done.kept <= 3 + 16,
        f"after 150 calls of allow in 15 seconds the object keeps {show(done.kept)} values",
        "about as many as the limit, 3",
        "Memory that grows with every attempt fills up on a long day.",
    )
