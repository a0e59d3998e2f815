"""Module m06, build: the unseen checks. Cases are drawn once for each seed, answers included."""

from __future__ import annotations

from typing import Any, TypeAlias

from hypothesis import strategies as st

from fairmark.draw import draw
from sendwell.checks import Suite
from sendwell.checks.elsewhere import Script
from sendwell.checks.learner import Learner

Trace: TypeAlias = tuple[dict[str, int], list[tuple[Any, ...]]]

HINTS = (
    "These checks use inputs that are not printed in the notebook.",
    "Write down what the contract says for the failing case, then follow your code by hand.",
    "Try the ties: equal urgency, exactly one step of ageing, an account that comes back.",
)


class ByHand:
    """The contract of ReviewQueue, word for word and slow: every report is kept."""

    def __init__(self, ageing: int) -> None:
        self.ageing = ageing
        self.reports: list[tuple[str, int, int]] = []

    def add(self, now: int, account: str, urgency: int) -> None:
        """Keep the report."""
        self.reports.append((account, urgency, now))

    def waiting(self) -> int:
        """How many accounts the reports are about."""
        return len({account for account, _, _ in self.reports})

    def take(self, now: int) -> str | None:
        """Work out every account's urgency anew."""
        best: tuple[int, str] | None = None
        for account, _, arrived in self.reports:
            least = min(urgency for name, urgency, _ in self.reports if name == account)
            first = min(time for name, _, time in self.reports if name == account)
            steps = len(range(first + self.ageing, now + 1, self.ageing))
            if arrived == first and (best is None or least - steps < best[0]):
                best = least - steps, account
        if best is None:
            return None
        self.reports = [report for report in self.reports if report[0] != best[1]]
        return best[1]


def suites(seed: int) -> list[Suite]:
    """The unseen suite of the module, its cases drawn with ``seed``."""
    suite = Suite("review.review_queue")
    script = Script.of_traces("ReviewQueue", draw(_traces(), 50, seed))

    @suite.check("agrees with a slow queue on unseen traces", points=4, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    return [suite]


@st.composite
def _traces(give: st.DrawFn) -> Trace:
    ageing = give(st.integers(1, 6))
    queue, now, calls = ByHand(ageing), 0, []
    for _ in range(give(st.integers(1, 16))):
        now += give(st.integers(0, 4))
        what = give(st.sampled_from(["add", "add", "add", "take", "take", "waiting"]))
        if what == "add":
            account, urgency = give(st.sampled_from("abcd")), give(st.integers(0, 5))
            queue.add(now, account, urgency)
            calls.append(("add", now, account, urgency, None))
        elif what == "take":
            calls.append(("take", now, queue.take(now)))
        else:
            calls.append(("waiting", queue.waiting()))
    return {"ageing": ageing}, calls
