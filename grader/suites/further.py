"""Module m03, build, going further: the unseen checks. Cases are drawn once for each seed."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from fairmark.draw import draw
from sendwell.checks import Suite
from sendwell.checks.elsewhere import Script
from sendwell.checks.learner import Learner

Trace = tuple[int, int, list[tuple[str, int, int]]]

HINTS = (
    "These checks use inputs that are not printed in the notebook.",
    "Write down what the contract says for the failing case, then follow your code by hand.",
    "Try the ties: the millisecond at which a token comes, a full bucket, a time twice.",
)


class DripByDrip:
    """The contract of TokenBucket, word for word and slow: a millisecond at a time."""

    def __init__(self, capacity: int, refill_every: int) -> None:
        self.capacity = capacity
        self.refill_every = refill_every
        self.tokens = capacity
        self.counted = 0  # milliseconds since the bucket stopped being full, or the last token
        self.latest = 0

    def allow(self, now: int, cost: int) -> bool:
        """Let the time pass, then take what it costs if it is there."""
        while self.latest < now:
            self.latest += 1
            self.tokens, self.counted = self._after(self.tokens, self.counted)
        if cost > self.tokens:
            return False
        self.tokens -= cost
        return True

    def retry_after(self, now: int, cost: int) -> int | None:
        """Try every millisecond from the latest on."""
        if cost > self.capacity:
            return None
        moment, tokens, counted = self.latest, self.tokens, self.counted
        while moment < now or tokens < cost:
            moment += 1
            tokens, counted = self._after(tokens, counted)
        return 0 if self.tokens >= cost else max(0, moment - now)

    def _after(self, tokens: int, counted: int) -> tuple[int, int]:
        if tokens == self.capacity:
            return tokens, 0
        counted += 1
        return (tokens + 1, 0) if counted == self.refill_every else (tokens, counted)


def _traces() -> st.SearchStrategy[Trace]:
    @st.composite
    def trace(give: st.DrawFn) -> Trace:
        capacity = give(st.integers(1, 4))
        every = give(st.sampled_from([1, 2, 3, 7, 10]))
        step = st.sampled_from([0, 0, 1, 1, every - 1, every, every + 1, every // 2, 5 * every])
        now, calls = give(st.sampled_from([0, 25])), []
        for _ in range(give(st.integers(6, 24))):
            now = max(0, now + give(step) - (give(step) if give(st.integers(0, 4)) == 0 else 0))
            method = give(st.sampled_from(["allow", "allow", "allow", "retry_after"]))
            cost = give(st.sampled_from([1, 1, 1, 2, capacity, capacity + 1]))
            calls.append((method, now, cost))
        return capacity, every, calls

    return trace()


def suites(seed: int) -> list[Suite]:
    """The unseen suites, their cases drawn with ``seed``."""
    return [_token_bucket(seed), _wait_before_retry(seed)]


def _token_bucket(seed: int) -> Suite:
    suite = Suite("further.token_bucket")
    cases: list[tuple[dict[str, Any], list[tuple[Any, ...]]]] = []
    for capacity, every, calls in draw(_traces(), 24, seed):
        oracle = DripByDrip(capacity, every)
        answers = [(m, now, cost, getattr(oracle, m)(now, cost)) for m, now, cost in calls]
        cases.append(({"capacity": capacity, "refill_every": every}, answers))
    script = Script.of_traces("TokenBucket", cases)

    @suite.check("agrees with a bucket that fills drip by drip", points=3, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    return suite


#: What is in the notebook's table, and some codes that are not.
KNOWN = [130429, 131056, 131049, 131048, 131047, 131031, 368, 130497, 131026, 131050]
CODES = [*KNOWN, 130430, 131000]


def by_table(code: int, attempt: int, roll: int) -> tuple[str, int]:
    """The contract of wait_before_retry, from the tables in the notebook."""
    for_all = [1_000, 2_000, 4_000, 8_000, 16_000, 20_000]
    for_pair = [1_000, 4_000, 16_000, 64_000, 256_000, 1_024_000]
    if attempt > 5 or code not in {130429, 131056, 131049}:
        return "never", 0
    if code == 131049:
        return "pair", 24 * 60 * 60 * 1_000
    if code == 130429:
        return "all", roll * (for_all[attempt] + 1) // 1_000_000
    return "pair", for_pair[attempt] + roll * (for_pair[attempt] + 1) // 1_000_000


def _wait_before_retry(seed: int) -> Suite:
    suite = Suite("further.wait_before_retry")
    often = st.sampled_from([*CODES, 130429, 131056, 130429, 131056])
    attempts = st.sampled_from([0, 1, 2, 3, 4, 5, 5, 6, 7])
    cases = draw(st.tuples(often, attempts, st.integers(0, 999_999)), 60, seed)
    script = Script.of_calls("wait_before_retry", [(case, by_table(*case)) for case in cases])

    @suite.check("agrees with the tables for unseen rolls", points=2, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    return suite
