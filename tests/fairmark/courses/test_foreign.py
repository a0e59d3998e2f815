"""Courses that we did not write: fairmark's scores are stock nbgrader's."""

from __future__ import annotations

import pytest

from tests.fairmark.courses.foreign import NOTEBOOKS, lay
from tests.fairmark.courses.side import Course, Side, grade_both


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> tuple[Side, Side]:
    course = Course(tmp_path_factory.mktemp("foreign") / "course")
    lay(course)
    return grade_both(course.folder)


@pytest.mark.nbgrader
@pytest.mark.parametrize("name", [one.name for one in NOTEBOOKS])
def test_the_scores_are_the_same(sides: tuple[Side, Side], name: str) -> None:
    stock, ours = (
        {key: score for key, score in side.scores.items() if key[1] == name} for side in sides
    )
    assert stock == ours
    assert len(stock) >= 2


@pytest.mark.nbgrader
def test_the_same_cells_wait_for_a_person(sides: tuple[Side, Side]) -> None:
    stock, ours = sides
    assert stock.waiting == ours.waiting


@pytest.mark.nbgrader
def test_the_authors_solutions_pass_everything(sides: tuple[Side, Side]) -> None:
    _, ours = sides
    assert "does not pass" not in ours.said
    assert ours.returncode == 0
