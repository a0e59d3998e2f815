"""Module m03, build: the unseen checks. Cases are drawn once for each seed, answers included."""

from __future__ import annotations

from typing import TypeAlias

from hypothesis import strategies as st

from fairmark.draw import draw
from sendwell.checks import Suite
from sendwell.checks.elsewhere import Script, Step
from sendwell.checks.learner import Learner
from sendwell.checks.suites.throttle import expect_burst

History: TypeAlias = tuple[list[int], int, int, int]
Trace: TypeAlias = tuple[int, int, list[tuple[str, int]]]

HINTS = (
    "These checks use inputs that are not printed in the notebook.",
    "Write down what the contract says for the failing case, then follow your code by hand.",
    "Try the ties: a send exactly one window ago, a send now, two sends at once.",
)


class ByHand:
    """The contract of SlidingWindow, word for word and slow."""

    def __init__(self, limit: int, window: int) -> None:
        self.limit = limit
        self.window = window
        self.admitted: list[int] = []
        self.latest = 0

    def allow(self, now: int) -> bool:
        """Count the admitted sends in the window, one by one."""
        self.latest = max(self.latest, now)
        if not self._room(self.latest):
            return False
        self.admitted.append(self.latest)
        return True

    def retry_after(self, now: int) -> int:
        """Try every moment at which something changes."""
        moments = [now, *(time + self.window for time in self.admitted)]
        return min(m - now for m in moments if m >= now and self._room(max(m, self.latest)))

    def _room(self, now: int) -> bool:
        return sum(now - self.window < time <= now for time in self.admitted) < self.limit


def _histories() -> st.SearchStrategy[History]:
    @st.composite
    def history(give: st.DrawFn) -> History:
        window = give(st.sampled_from([1, 2, 10, 1_000, 6_000, 86_400_000]))
        now = give(st.integers(0, 3 * window))
        old_end, boundary = now - window, now // window * window
        ties = [old_end - 1, old_end, old_end + 1, boundary - 1, boundary, now, now + 1]
        near = st.sampled_from(ties)
        anywhere = st.integers(0, now + window)
        sent = give(st.lists(st.one_of(near, anywhere).map(lambda t: max(t, 0)), max_size=8))
        if sent and give(st.booleans()):
            sent.append(give(st.sampled_from(sent)))
        # Where the limit is far from the count, a wrong count goes unnoticed.
        count = sum(now - window < t <= now for t in sent)
        return sent, now, max(1, count + give(st.sampled_from([0, 0, 1, 1, -1]))), window

    return history()


def _traces(*, back: bool) -> st.SearchStrategy[Trace]:
    @st.composite
    def trace(give: st.DrawFn) -> Trace:
        limit = give(st.integers(1, 4))
        window = give(st.sampled_from([1, 2, 10, 1_000, 6_000]))
        steps = [0, 1, window - 1, window, window + 1, window // 2]
        step = st.one_of(st.sampled_from(steps), st.integers(0, 2 * window))
        now, calls = 0, []
        for _ in range(give(st.integers(1, 24))):
            now += give(step)
            if back and give(st.integers(0, 3)) == 0:
                now = max(0, now - give(step) - give(step))
            method = give(st.sampled_from(["allow", "allow", "allow", "retry_after"]))
            calls.append((method, now))
        return limit, window, calls

    return trace()


def suites(seed: int) -> list[Suite]:
    """The unseen suites of the module, their cases drawn with ``seed``."""
    return [_allowed(seed), _burst_times(seed), _sliding_window(seed)]


def _allowed(seed: int) -> Suite:
    suite = Suite("throttle.allowed")
    script = Script.of_calls(
        "allowed",
        [
            ((sent, now, limit, window), sum(now - window < t <= now for t in sent) < limit)
            for sent, now, limit, window in draw(_histories(), 80, seed)
        ],
        untouched=True,
    )

    @suite.check("agrees with counting by hand on unseen histories", points=3, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    return suite


def _burst_times(seed: int) -> Suite:
    suite = Suite("throttle.burst_times")
    cases = draw(st.tuples(st.integers(1, 60), st.integers(2, 100_000)), 25, seed)

    steps = Script(tuple(Step("burst_times", case) for case in cases))

    @suite.check("finds a burst for unseen limits and windows", points=2, hints=HINTS)
    def finds(learner: Learner) -> None:
        for (limit, window), done in zip(cases, learner.perform(steps), strict=True):
            expect_burst(done.value, limit, window)

    return suite


def _sliding_window(seed: int) -> Suite:
    suite = Suite("throttle.sliding_window")

    def answered(*, back: bool) -> Script:
        cases = []
        for limit, window, calls in draw(_traces(back=back), 40, seed):
            oracle = ByHand(limit, window)
            answers = [(m, now, getattr(oracle, m)(now)) for m, now in calls]
            cases.append(({"limit": limit, "window": window}, answers))
        return Script.of_traces("SlidingWindow", cases)

    forward, any_way = answered(back=False), answered(back=True)

    @suite.check("agrees with counting by hand while the clock goes on", points=3, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(forward)

    @suite.check("agrees with counting by hand when the clock goes back", points=2, hints=HINTS)
    def agrees_back(learner: Learner) -> None:
        learner.expect_script(any_way)

    return suite
