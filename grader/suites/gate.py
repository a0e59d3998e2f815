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
    limits = [give(st.sampled_from(some)) for some in ([2, 3, 9, 9], [1, 2, 9], [1, 1, 2])]
    arguments = dict(zip(("per_hour", "per_pair", "per_day"), limits, strict=True))
    gate, now, calls = AllRemembered(**arguments), give(st.sampled_from([0, HOUR // 2])), []
    ties: set[int] = set()  # when something that has happened will be over
    for _ in range(give(st.integers(5, 12))):
        soon = sorted(tie for tie in ties if tie >= now)[:4] or [now]
        step = give(st.sampled_from([0, 0, 1, 1, 1, 1, 2]))
        moment = now
        if step:
            moment = give(st.sampled_from(soon)) + give(st.sampled_from([-1, 0, 0]))
            now = max(now, moment)
        if step == 2:
            moment = max(0, now - give(st.sampled_from([1, MINUTE, HOUR])))
        what = give(st.sampled_from(["allow", "allow", "allow", "received"]))
        contact = give(st.sampled_from(["Mia", "Mia", "Ben", "Ben", "Ada"]))
        answer = getattr(gate, what)(contact, moment)
        calls.append((what, contact, moment, answer))
        if give(st.booleans()):
            calls.append(("tracked", gate.tracked()))
        if answer in {None, "ok"}:
            periods = (DAY,) if what == "received" else (MINUTE, HOUR, DAY)
            ties.update(gate.latest + period for period in periods)
    return arguments, calls


@st.composite
def _stories(give: st.DrawFn) -> Trace:
    """What chance seldom meets: long waits that end, or do not end, at the very millisecond."""
    one, other, third = give(st.permutations(["Mia", "Ben", "Ada"]))
    start = give(st.integers(0, 5 * HOUR))
    edge = give(st.sampled_from([-1, 0]))
    late = give(st.sampled_from([1_000, HOUR]))
    back = give(st.sampled_from([1, MINUTE, HOUR]))
    per_hour, per_pair, per_day, events = give(
        st.sampled_from(
            [
                # the window closes while the send in it is younger than a minute
                (9, 1, 1, [("received", one, 0), ("allow", other, late), ("allow", one, DAY - 1),
                           ("allow", one, DAY), ("received", third, DAY - 1 + MINUTE + edge)]),
                # a second message opens the window anew
                (9, 9, 1, [("received", one, 0), ("received", one, late), ("allow", other, late),
                           ("allow", one, DAY + late + edge), ("allow", third, DAY + late + edge)]),
                # a free send renews nothing
                (9, 9, 1, [("allow", one, 0), ("received", one, late), ("allow", one, late),
                           ("allow", other, DAY + edge), ("allow", third, DAY + late + edge)]),
                # a repeat renews
                (9, 9, 1, [("allow", one, 0), ("allow", one, late), ("allow", other, DAY),
                           ("allow", other, DAY + late + edge)]),
                # the clock goes back, for a send and for a message
                (9, 1, 2, [("allow", one, back), ("allow", one, back + MINUTE + edge),
                           ("allow", other, back), ("received", third, 0),
                           ("allow", other, back + 2 * MINUTE + edge), ("allow", third, DAY),
                           ("allow", third, DAY + back + MINUTE + edge)]),
                (1, 1, 1, [("allow", one, 0), ("allow", one, HOUR + edge),
                           ("allow", other, HOUR + edge), ("allow", other, DAY + HOUR + edge)]),
            ]
        )
    )  # fmt: skip
    gate, calls = AllRemembered(per_hour, per_pair, per_day), []
    for what, contact, moment in events:
        answer = getattr(gate, what)(contact, start + moment)
        calls += [(what, contact, start + moment, answer), ("tracked", gate.tracked())]
    return {"per_hour": per_hour, "per_pair": per_pair, "per_day": per_day}, calls


def suites(seed: int) -> list[Suite]:
    """The unseen suite of the exercise, its traces drawn with ``seed``."""
    suite = Suite("gate.three_limits")
    traces = draw(_stories(), 16, seed) + draw(_traces(), 14, seed)
    script = Script.of_traces("Gate", traces)

    @suite.check("agrees with a gate that forgets nothing", points=3, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    return [suite]
