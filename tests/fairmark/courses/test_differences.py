"""docs/differences.md: each row of its table, with the real nbgrader beside fairmark."""

from __future__ import annotations

import pytest

from tests.fairmark.courses.differences import (
    CLASS,
    CONFIG,
    PAGE,
    ROWS,
    RUNS,
    TESTS,
    Row,
    hand_in,
    page_with,
    shown,
)
from tests.fairmark.courses.side import Course, Side, grade_both


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> tuple[Side, Side]:
    course = Course(tmp_path_factory.mktemp("differences") / "course", CONFIG)
    hand_in(course)
    return grade_both(course.folder, runs=RUNS)


@pytest.mark.nbgrader
@pytest.mark.parametrize("row", ROWS, ids=[f"{row.student}-{row.cells[0]}" for row in ROWS])
def test_both_graders_do_what_the_table_says(sides: tuple[Side, Side], row: Row) -> None:
    stock, ours = sides
    assert {cell: shown(ours, row.student, cell) for cell in row.cells} == dict.fromkeys(
        row.cells, row.ours
    )
    said = stock.said.partition(f"/{row.student}/")[2][:3_000]
    assert {cell: shown(stock, row.student, cell) for cell in row.cells} == dict.fromkeys(
        row.cells, row.stock
    ), said


@pytest.mark.nbgrader
def test_whatever_else_differs_is_in_the_table(sides: tuple[Side, Side]) -> None:
    """A submission that stock gave up as a whole, or never reached, has its row already."""
    stock, ours = sides
    told = {(row.student, cell) for row in ROWS for cell in row.cells}
    given_up = {
        student
        for student in CLASS
        if all(isinstance(shown(stock, student, cell), str) for cell in TESTS[1:])
    }
    untold = [
        (student, cell)
        for student in CLASS
        for cell in (*TESTS, "why")
        if shown(stock, student, cell) != shown(ours, student, cell)
        and (student, cell) not in told
        and student not in given_up
    ]
    untold = [one for one in untold if one[0] not in {"hook", "more"}]
    assert untold == []


def test_who_has_no_verdict_is_named(sides: tuple[Side, Side]) -> None:
    _, ours = sides
    assert ours.returncode == 1
    no_verdict = ours.said.partition("No verdict:")[2]
    assert [line.split(":")[0].strip() for line in no_verdict.strip().splitlines()] == [
        "latin",
        "named",
    ]


def test_the_page_has_this_table() -> None:
    assert PAGE.read_text() == page_with(PAGE.read_text())
