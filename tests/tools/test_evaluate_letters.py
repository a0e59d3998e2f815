"""The table of the review's gate is the one that the measured numbers give."""

from __future__ import annotations

from pathlib import Path

import pytest

from sendwell.appeals.review.gate import A_PERSON_MUST_LOOK, CHANGED_SINCE
from sendwell.appeals.strings_review import CRITERIA
from tools.evaluate.letters import (
    HELD_BACK,
    Counts,
    load_letters,
    measure,
    recorded,
    table,
    wilson,
    written,
)

DOCUMENT = Path(__file__).parents[2] / "docs" / "letters.md"


def test_the_gate_follows_from_the_numbers() -> None:
    numbers = recorded()
    assert list(numbers) == list(CRITERIA)
    not_enough = {criterion for criterion, one in numbers.items() if not one.enough}
    assert not_enough | CHANGED_SINCE == A_PERSON_MUST_LOOK


def test_the_numbers_are_still_what_the_rules_give() -> None:
    now, then = measure(load_letters(HELD_BACK)), recorded()
    for criterion in set(CRITERIA) - CHANGED_SINCE:
        assert now[criterion] == then[criterion], criterion


def test_the_document_shows_the_recorded_table() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    for line in table(recorded()):
        assert line in text


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    numbers = {1: Counts(9, 0, 1, 38, 2), 2: Counts(0, 0, 0, 48, 0)}
    (tmp_path / "numbers.toml").write_text(written(numbers))
    assert recorded(tmp_path / "numbers.toml") == numbers


def test_a_criterion_needs_both_bounds() -> None:
    assert Counts(9, 0, 0, 39, 0).enough
    assert not Counts(8, 0, 0, 40, 0).enough
    assert not Counts(20, 0, 9, 19, 0).enough
    assert not Counts(20, 9, 0, 19, 0).enough
    assert not Counts(0, 0, 0, 48, 0).enough


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (81, 263, 0.255, 0.366)],
)
def test_wilsons_interval(hits: int, of: int, low: float, high: float) -> None:
    assert [round(one, 3) for one in wilson(hits, of)] == [low, high]
