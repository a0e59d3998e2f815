"""What nbgrader courses use works, with the scores of stock nbgrader."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest

from fairmark.intake import grade_id
from tests.fairmark.courses.features import FILES, NOTEBOOKS, SPOILT, lay
from tests.fairmark.courses.side import (
    ASSIGNMENT,
    Course,
    Side,
    grade_both,
    read,
)
from tests.program import program

pytestmark = pytest.mark.nbgrader


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return lay(tmp_path_factory.mktemp("features") / "course")


@pytest.fixture(scope="module")
def sides(course: Course) -> tuple[Side, Side]:
    return grade_both(course.folder)


@pytest.mark.parametrize("student", ["right", "wrong"])
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_scores_are_the_same(sides: tuple[Side, Side], name: str, student: str) -> None:
    stock, ours = (
        {key: score for key, score in side.scores.items() if key[:2] == (student, name)}
        for side in sides
    )
    assert ours == stock


def test_right_and_wrong_answers_get_what_they_should(sides: tuple[Side, Side]) -> None:
    _, ours = sides
    right, wrong = ours.of("right"), ours.of("wrong")
    tests = [name for name in right if name.startswith("test-")]
    assert {name: right[name] for name in tests} == {
        "test-frame": 2, "test-file": 1, "test-mean": 2, "test-draw": 1, "test-half": 2,
        "test-mine": 2, "test-small": 1, "test-made": 1, "test-wanted": 1, "test-parts": 4,
        "test-silent": 4, "test-raises": 1, "test-fails": 1, "test-leaves": 1,
        "test-raises-there": 1, "test-timed": 1, "test-captured": 1, "test-hints": 1,
        "test-count": 1,
    }  # fmt: skip
    assert {name: wrong[name] for name in tests} == {
        "test-frame": 0, "test-file": 0, "test-mean": 0, "test-draw": 0, "test-half": 0,
        "test-mine": 0, "test-small": 1, "test-made": 1, "test-wanted": 0, "test-parts": 1.5,
        "test-silent": 4, "test-raises": 0, "test-fails": 0, "test-leaves": 0,
        "test-raises-there": 0, "test-timed": 0, "test-captured": 0, "test-hints": 0,
        "test-count": 0,
    }  # fmt: skip


def test_manual_cells_and_tasks_wait_for_a_person(sides: tuple[Side, Side]) -> None:
    stock, ours = sides
    assert ours.waiting == stock.waiting
    assert ("right", "by_hand", "map") in ours.waiting


def test_a_late_penalty_is_the_course_s_own(sides: tuple[Side, Side]) -> None:
    stock, ours = sides
    assert ours.penalties == stock.penalties == {("right", name): 1.0 for name in NOTEBOOKS}


def test_files_of_the_release_lie_beside_autograded_notebooks(sides: tuple[Side, Side]) -> None:
    for side in sides:
        place = side.folder / "autograded" / "wrong" / ASSIGNMENT
        assert (place / "picture.png").read_bytes() == FILES["picture.png"]
        assert (place / "helper.py").read_text() == FILES["helper.py"]
        assert (place / "data" / "points.csv").is_file()


def test_what_learners_write_beside_a_notebook_is_theirs(sides: tuple[Side, Side]) -> None:
    """As ``exclude_overwriting`` says; and it is not run by whoever judges."""
    _, ours = sides
    assert SPOILT["mine.py"] != FILES["mine.py"]
    by_cell = {(r["student"], r["cell"]): r for r in ours.records}
    assert by_cell["wrong", "test-mine"]["forgeable"]


@pytest.mark.parametrize("cell", ["test-raises", "test-fails", "test-leaves", "test-raises-there"])
def test_what_pytest_says_is_a_wrong_answer(sides: tuple[Side, Side], cell: str) -> None:
    """Its own exceptions are no Exceptions; the judge outlives them."""
    _, ours = sides
    verdicts = [r["verdict"] for r in ours.records if (r["student"], r["cell"]) == ("wrong", cell)]
    assert verdicts == ["wrong answer"]


def test_what_learner_code_could_forge_is_said(sides: tuple[Side, Side]) -> None:
    """A module is the learner's, a value of the release comes from the learner's process.

    A helper function or constant of the release does not make a test forgeable, nor does a value
    that the release computes of the learner's own.
    """
    _, ours = sides
    assert {r["cell"] for r in ours.records if r["forgeable"]} == {
        "test-mine",
        "test-wanted",
        "test-raises-there",
        "test-timed",
        "test-captured",
    }
    assert "modules: test-wanted " in ours.said


def test_what_a_test_prints_is_in_the_notebook_and_not_in_the_terminal(
    sides: tuple[Side, Side],
) -> None:
    _, ours = sides
    assert "counted" not in ours.said
    path = ours.folder / "autograded" / "right" / ASSIGNMENT / "by_hand.ipynb"
    notebook = nbformat.read(path, as_version=4)
    (cell,) = (cell for cell in notebook.cells if grade_id(cell) == "test-parts")
    assert cell.outputs[0].text == "counted\n"


def test_a_changed_test_of_the_release_is_graded_again(
    course: Course, sides: tuple[Side, Side], tmp_path: Path
) -> None:
    """Without --force; and a changed helper file too."""
    _, ours = sides
    again = Course.__new__(Course)
    again.folder = ours.folder
    assert "0 graded" in program(again.folder, "fairmark.cli", "grade", ASSIGNMENT).stdout
    path = again.source / "by_hand.ipynb"
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if grade_id(cell) == "test-parts":
            cell["source"] = "assert parts() == 1.5\n2.5 * parts() / parts()"
        elif grade_id(cell) == "parts":
            cell["source"] = "### BEGIN SOLUTION\ndef parts():\n    return 1.5\n### END SOLUTION"
    path.write_text(json.dumps(notebook))
    again.nbgrader("generate_assignment", ASSIGNMENT, "--force")
    done = program(again.folder, "fairmark.cli", "grade", ASSIGNMENT)
    assert "2 graded" in done.stdout
    side = Side(again.folder, 0, "")
    read(side)
    assert side.scores["wrong", "by_hand", "test-parts"] == 2.5
    assert side.scores["right", "by_hand", "test-parts"] == 0
    (again.source / "data" / "points.csv").write_text("x,n\n1,1\n2,2\n3,3\n4,4\n")
    assert "2 graded" in program(again.folder, "fairmark.cli", "grade", ASSIGNMENT).stdout
