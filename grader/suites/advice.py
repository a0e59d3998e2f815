"""Module m08, decide: the card on cases that learners do not have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sendwell.advice.card import mistake
from sendwell.appeals import Case, case_names, load_case, load_path
from sendwell.appeals.case import Event
from sendwell.checks import Suite
from sendwell.checks.learner import Learner
from sendwell.checks.suites.advice import card_of

FOLDER = Path(__file__).parent.parent / "appeal_cases"

HINTS = (
    "These checks use cases that are not in the notebook.",
    "Where two facts fit one case, the first line of your card decides.",
    "Take each two of your lines: is there a case that fits both, and is their order right for it?",
)


def suites(seed: int) -> list[Suite]:  # noqa: ARG001 - there is nothing to draw
    """The unseen suite of the card."""
    suite = Suite("advice.card")

    def tried(cases: list[tuple[Case, str]], learner: Learner) -> None:
        lines = card_of(learner)
        for case, today in cases:
            why = mistake(lines, case, today)
            assert not why, why

    @suite.check("five cases that you have not seen", points=2, hints=HINTS)
    def held_back(learner: Learner) -> None:
        names = case_names(FOLDER)
        tried([(load_case(n, FOLDER), load_path(n, FOLDER).today) for n in names], learner)

    @suite.check("cases in which two facts meet", points=2, hints=HINTS)
    def together(learner: Learner) -> None:
        tried([*_together()], learner)

    return [suite]


def _together() -> Iterator[tuple[Case, str]]:
    """Cases in which the order of the lines decides."""
    platform = load_case("museum-platform", FOLDER)
    banned = load_case("scout-unofficial", FOLDER)
    timer = replace(banned, measure=replace(banned.measure, kind="temporary ban"))
    restricted = replace(platform.measure, kind="restriction")
    soon, late = "2026-11-24", "2027-11-24"
    yield _after(platform, "review requested"), soon
    yield _after(platform, "review requested"), late
    yield _after(platform, "unchanged"), soon
    yield _after(platform, "reversed"), late
    yield platform, late
    silent = replace(platform.notice, review_offered="no")
    yield replace(platform, measure=restricted, notice=silent), soon
    yield replace(platform, measure=replace(platform.measure, kind="unknown")), soon
    yield timer, soon
    yield _after(timer, "unchanged"), soon
    yield _after(timer, "reversed"), soon
    yield replace(timer, measure=replace(timer.measure, kind="unknown")), soon


def _after(case: Case, answer: str) -> Case:
    """The case after something that came the day on which it was planned."""
    event = Event(f"{case.notice.when[:10]} 23:59", answer, "It came.")  # type: ignore[arg-type]
    return replace(case, history=(*case.history, event))
