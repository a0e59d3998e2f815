"""Module m05, build: the unseen checks. Cases are drawn once for each seed, answers included."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from hypothesis import strategies as st

from fairmark.draw import draw
from sendwell.checks import Suite
from sendwell.checks.elsewhere import Script
from sendwell.checks.learner import Learner
from sendwell.reporting import Message

HINTS = (
    "These checks use inputs that are not printed in the notebook.",
    "Write down what the contract says for the failing case, then follow your code by hand.",
    "Try the ties and the edges: equal times, a message of this moment, 0 and 1000.",
)


def suites(seed: int) -> list[Suite]:
    """The unseen suites of the module, their cases drawn with ``seed``."""
    return [_report_package(seed), _innocent_among(seed)]


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


def _innocent_among(seed: int) -> Suite:
    suite = Suite("reporting.innocent_among")
    share = st.one_of(st.sampled_from([0, 1, 500, 999, 1_000]), st.integers(0, 1_000))
    cases = draw(st.tuples(st.integers(0, 5_000), share, share, share), 80, seed)

    def answer(flagged: int, guilty: int, caught: int, cleared: int) -> int | None:
        right, wrong = guilty * caught, (1_000 - guilty) * (1_000 - cleared)
        if right + wrong == 0:
            return None
        return floor(Fraction(flagged * wrong, right + wrong) + Fraction(1, 2))

    script = Script.of_calls("innocent_among", [(given, answer(*given)) for given in cases])

    @suite.check("agrees with exact fractions on unseen numbers", points=2, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    return suite
