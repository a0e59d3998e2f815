"""Module m06, build: the unseen checks. Cases are drawn once for each seed, answers included."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import ceil, floor
from typing import Any, TypeAlias

from hypothesis import strategies as st

from fairmark.draw import draw
from sendwell.checks import Suite
from sendwell.checks.elsewhere import Script
from sendwell.checks.learner import Learner
from sendwell.review import Between, Claimed, Mean, Report, Route, Within

Trace: TypeAlias = tuple[dict[str, int], list[tuple[Any, ...]]]

HINTS = (
    "These checks use inputs that are not printed in the notebook.",
    "Write down what the contract says for the failing case, then follow your code by hand.",
    "Try the ties and the edges: equal numbers, exactly at a limit, nothing at all.",
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
    """The unseen suites of the module, their cases drawn with ``seed``."""
    return [
        _triage(seed),
        _utilisation(seed),
        _waiting_from_length(seed),
        _consistent_pairs(seed),
        _review_queue(seed),
    ]


def _calls(name: str, title: str, points: int, script: Script) -> Suite:
    """A suite of one check, which makes the calls of ``script``."""
    suite = Suite(f"review.{name}")

    @suite.check(title, points=points, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    return suite


def routed(report: Report) -> Route:
    """The contract of triage: the places to which each rule would send it, the first counts."""
    clear = report.messages not in {0, 1} and report.measures not in range(3, 100)
    places = [
        ["people", 0] if report.kind == "child safety" else None,
        ["closed", None] if not report.messages else None,
        ["people", 1] if report.kind == "threats" else None,
        ["upheld", None] if clear and report.sure > 94 else None,
        ["dismissed", None] if clear and report.sure < 6 else None,
        ["people", {"fraud": 2, "spam": 3}.get(report.kind, 4)],
    ]
    return Route(*next(place for place in places if place))  # type: ignore[arg-type]


def _triage(seed: int) -> Suite:
    reports = st.builds(
        Report,
        st.sampled_from(["child safety", "threats", "fraud", "spam", "hate", "fake news"]),
        st.one_of(st.sampled_from([0, 4, 5, 6, 94, 95, 96, 100]), st.integers(0, 100)),
        st.integers(0, 3),
        st.integers(0, 4),
    )
    cases = [((report,), routed(report)) for report in draw(reports, 60, seed)]
    return _calls(
        "triage", "agrees with the rules on unseen reports", 3, Script.of_calls("triage", cases)
    )


def _utilisation(seed: int) -> Suite:
    whole = st.one_of(st.integers(0, 12), st.integers(0, 10**12))

    def answer(arriving: int, reviewers: int, each: int) -> int | None:
        if arriving == 0:
            return 0
        if reviewers * each == 0:
            return None
        return ceil(Fraction(100 * arriving, reviewers * each))

    cases = draw(st.tuples(whole, whole, whole), 60, seed)
    script = Script.of_calls("utilisation", [(given, answer(*given)) for given in cases])
    return _calls("utilisation", "agrees with exact fractions on unseen numbers", 2, script)


def _waiting_from_length(seed: int) -> Suite:
    whole = st.one_of(st.integers(0, 12), st.integers(0, 10**12))

    def answer(length: int, arrived: int, during: int) -> int | None:
        if arrived == 0:
            return None
        return floor(Fraction(length * during, arrived) + Fraction(1, 2))

    cases = draw(
        st.tuples(whole, whole, st.one_of(st.integers(1, 9), st.just(3_600_000))), 60, seed
    )
    script = Script.of_calls("waiting_from_length", [(given, answer(*given)) for given in cases])
    return _calls("waiting_from_length", "agrees with exact fractions on unseen queues", 2, script)


def possible(one: Claimed, other: Claimed) -> bool:
    """Whether a hundred waits can be found that fit both claims.

    ``least`` and ``most`` bound the first, the second, ... of the waits in order of length; they
    are in thousandths of a minute, so that "longer than 60" is "60.001 or longer".
    """
    least, most, sums = [0] * 100, [10**18] * 100, set()
    for claim in (one, other):
        if isinstance(claim, Mean):
            sums.add(claim.wait * 100_000)
        elif isinstance(claim, Between):
            least = [max(wait, claim.least * 1_000) for wait in least]
            most = [min(wait, claim.most * 1_000) for wait in most]
        else:
            end, done = claim.time * 1_000, claim.percent
            most[:done] = [min(wait, end) for wait in most[:done]]
            least[done:] = [max(wait, end + 1) for wait in least[done:]]
    found = all(low <= high for low, high in zip(least, most, strict=True))
    return found and len(sums) < 2 and all(sum(least) <= one <= sum(most) for one in sums)


def _consistent_pairs(seed: int) -> Suite:
    @st.composite
    def claims(give: st.DrawFn) -> tuple[list[Claimed]]:
        found: list[Claimed] = []
        for name in give(st.permutations("abcdef"))[: give(st.integers(0, 5))]:
            time, percent = give(st.integers(0, 9)), give(st.sampled_from([0, 1, 40, 50, 99, 100]))
            kind = give(st.sampled_from(["mean", "between", "within", "within"]))
            if kind == "mean":
                found.append(Mean(name, time))
            elif kind == "between":
                found.append(Between(name, time, time + give(st.integers(0, 4))))
            else:
                found.append(Within(name, time, percent))
        return (found,)

    cases = draw(claims(), 60, seed)
    script = Script.of_calls(
        "consistent_pairs",
        [
            (
                given,
                [(a.name, b.name) for a, b in combinations(given[0], 2) if possible(a, b)],
            )
            for given in cases
        ],
        untouched=True,
    )
    return _calls(
        "consistent_pairs", "agrees with a hundred waits, found or not, on unseen claims", 3, script
    )


def _review_queue(seed: int) -> Suite:
    script = Script.of_traces("ReviewQueue", draw(_traces(), 40, seed))
    return _calls("review_queue", "agrees with a slow queue on unseen traces", 4, script)


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
