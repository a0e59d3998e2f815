"""Module m03, build, exercise 7: the unseen checks. Traces are drawn once for each seed."""

from __future__ import annotations

from typing import Any, TypeAlias

from hypothesis import strategies as st

from fairmark.draw import draw
from sendwell.checks import Suite
from sendwell.checks.elsewhere import Script
from sendwell.checks.learner import Learner

Trace: TypeAlias = tuple[dict[str, int], list[tuple[Any, ...]]]

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000

HINTS = (
    "These checks use inputs that are not printed in the notebook.",
    "Write down what the contract says for the failing case, then follow your code by hand.",
    "Try the ties: exactly a minute, an hour, a day later; a window that opens after a send.",
)


class AllRemembered:
    """The contract of Gate, word for word and slow: nothing is ever forgotten."""

    def __init__(self, per_hour: int, per_pair: int, per_day: int) -> None:
        self.per_hour, self.per_pair, self.per_day = per_hour, per_pair, per_day
        self.latest = 0
        self.sends: list[tuple[str, int, bool]] = []  # to whom, when, whether it counts
        self.messages: list[tuple[str, int]] = []

    def received(self, contact: str, now: int) -> None:
        """Remember the message."""
        self.latest = max(self.latest, now)
        self.messages.append((contact, self.latest))

    def allow(self, contact: str, now: int) -> str:
        """Count everything anew, and remember the send if nothing refuses."""
        self.latest = max(self.latest, now)
        counting = self._counting()
        if len(self._sent_to(HOUR)) >= self.per_hour:
            return "hour"
        if self._sent_to(MINUTE).count(contact) >= self.per_pair:
            return "pair"
        free = contact in self._open()
        if not free and len(counting | {contact}) > self.per_day:
            return "day"
        self.sends.append((contact, self.latest, not free))
        return "ok"

    def tracked(self) -> int:
        """How many contacts there is any reason to remember."""
        return len({*self._sent_to(MINUTE)} | self._counting() | self._open())

    def _sent_to(self, period: int) -> list[str]:
        return [who for who, time, _ in self.sends if self.latest - time < period]

    def _counting(self) -> set[str]:
        return {who for who, time, counts in self.sends if counts and self.latest - time < DAY}

    def _open(self) -> set[str]:
        return {who for who, time in self.messages if time <= self.latest < time + DAY}


@st.composite
def _traces(give: st.DrawFn) -> Trace:
    limits = [give(st.integers(1, most)) for most in (4, 2, 3)]
    arguments = dict(zip(("per_hour", "per_pair", "per_day"), limits, strict=True))
    gate, now, calls = AllRemembered(**arguments), 0, []
    moments = [0]  # of what has happened; most next moments are a tie with one of them
    for _ in range(give(st.integers(4, 14))):
        period = give(st.sampled_from([0, 0, 1_000, MINUTE, MINUTE, HOUR, HOUR, DAY]))
        then = give(st.sampled_from(moments)) + period - give(st.sampled_from([0, 0, 1]))
        back = give(st.integers(0, 7)) == 0
        now = max(0, then if back else max(now, then))
        moments.append(now)
        what = give(st.sampled_from(["allow", "allow", "allow", "received", "tracked"]))
        if what == "tracked":
            calls.append((what, gate.tracked()))
            continue
        contact = give(st.sampled_from(["Mia", "Mia", "Ben", "Ada", "Tom"]))
        calls.append((what, contact, now, getattr(gate, what)(contact, now)))
    return arguments, calls


def suites(seed: int) -> list[Suite]:
    """The unseen suite of the exercise, its traces drawn with ``seed``."""
    suite = Suite("gate.three_limits")
    script = Script.of_traces("Gate", draw(_traces(), 40, seed))

    @suite.check("agrees with a gate that forgets nothing", points=3, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    return [suite]
