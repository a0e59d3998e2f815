"""Module m05, build: the unseen checks. Cases are drawn once for each seed, answers included."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from hypothesis import strategies as st

from fairmark.draw import draw
from sendwell.checks import Suite
from sendwell.checks.elsewhere import Script
from sendwell.checks.learner import Learner
from sendwell.reporting import Case, Message, Report

#: (1, 100) is one in a hundred.
Share: TypeAlias = tuple[int, int]

HINTS = (
    "These checks use inputs that are not printed in the notebook.",
    "Write down what the contract says for the failing case, then follow your code by hand.",
    "Try the ties and the edges: equal times and severities, this very moment, 0 and all.",
)


def suites(seed: int) -> list[Suite]:
    """The unseen suites of the module, their cases drawn with ``seed``.

    ``innocent_among`` has gaps to fill in, and no unseen checks.
    """
    return [
        _report_package(seed),
        _posterior(seed),
        _merge_reports(seed),
    ]


def by_hand(chat: list[Message], reported: str | None, now: int) -> list[int]:
    """The contract of report_package: five times, take the latest that is left."""
    left = [m for m in chat if m.time <= now and not m.deleted and m.sender != "you"]
    if reported is not None:
        left = [m for m in left if m.sender == reported]
    found: list[int] = []
    while left and len(found) < 5:
        latest = left[0]
        for message in left:
            if (message.time, message.id) > (latest.time, latest.id):
                latest = message
        left.remove(latest)
        found.insert(0, latest.id)
    return found


def _report_package(seed: int) -> Suite:
    suite = Suite("reporting.report_package")

    @st.composite
    def case(give: st.DrawFn) -> tuple[list[Message], str | None, int]:
        ids = give(st.permutations(range(give(st.integers(0, 12)))))
        chat = [
            Message(
                n,
                give(st.sampled_from(["Rui", "Rui", "Rui", "Ona", "you"])),
                give(st.integers(0, 6)),
                give(st.sampled_from(["", "Pay."])),
                give(st.sampled_from(["", "a.jpg"])),
                give(st.sampled_from([False, False, False, True])),
            )
            for n in ids
        ]
        return chat, give(st.sampled_from(["Rui", "Rui", "Ona", None])), give(st.integers(3, 7))

    script = Script.of_calls(
        "report_package",
        [(given, by_hand(*given)) for given in draw(case(), 60, seed)],
        untouched=True,
    )

    @suite.check("agrees with choosing by hand in unseen chats", points=3, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    return suite


def _posterior(seed: int) -> Suite:
    suite = Suite("reporting.posterior")

    @st.composite
    def pair(give: st.DrawFn) -> Share:
        bottom = give(st.one_of(st.integers(1, 12), st.sampled_from([100, 1_000, 10**15 + 37])))
        return give(st.one_of(st.sampled_from([0, bottom]), st.integers(0, bottom))), bottom

    def answer(prior: Share, sensitivity: Share, specificity: Share) -> Share | None:
        p, s, c = (Fraction(*share) for share in (prior, sensitivity, specificity))
        flagged = p * s + (1 - p) * (1 - c)
        if flagged == 0:
            return None
        return (p * s / flagged).as_integer_ratio()

    cases = draw(st.tuples(pair(), pair(), pair()), 80, seed)
    script = Script.of_calls("posterior", [(given, answer(*given)) for given in cases])

    @suite.check("agrees with exact fractions on unseen pairs", points=2, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    return suite


def merged_by_hand(reports: list[Report]) -> list[Case]:
    """The contract of merge_reports: of the cases left, look again and again for the next."""
    once: list[Report] = []
    for report in reports:
        if all(report.id != known.id for known in once):
            once.append(report)
    left = []
    for account in {report.account for report in once}:
        its = sorted((r for r in once if r.account == account), key=lambda r: (r.time, r.id))
        left.append(
            Case(
                account,
                max(r.severity for r in its),
                its[0].time,
                tuple(r.id for r in its),
                len({r.reporter for r in its}),
            )
        )
    found: list[Case] = []
    while left:
        worst = [c for c in left if c.severity == max(c.severity for c in left)]
        first = [c for c in worst if c.since == min(c.since for c in worst)]
        found.append(min(first, key=lambda case: case.account))
        left.remove(found[-1])
    return found


def _merge_reports(seed: int) -> Suite:
    suite = Suite("reporting.merge_reports")

    @st.composite
    def case(give: st.DrawFn) -> tuple[list[Report]]:
        ids = give(st.permutations(range(give(st.integers(0, 9)))))
        reports = [
            Report(
                n,
                give(st.sampled_from(["shop", "Rui", "rui", "a", "b"])),
                give(st.sampled_from(["Ada", "Ben", "Cem"])),
                give(st.integers(0, 3)),
                give(st.integers(0, 3)),
            )
            for n in ids
        ]
        again = give(st.lists(st.sampled_from(reports), max_size=2)) if reports else []
        return (reports + again,)

    script = Script.of_calls(
        "merge_reports",
        [(given, merged_by_hand(*given)) for given in draw(case(), 60, seed)],
        untouched=True,
    )

    @suite.check("agrees with merging by hand on unseen reports", points=4, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    return suite
