"""Three lines in nbgrader_config.py: nbgrader's command and formgrader's buttons use fairmark."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from fairmark.intake import grade_id
from tests.fairmark.test_grade_command import scores
from tests.program import program

LINES = """
c = get_config()
from fairmark.adopt import adopt
adopt(c)
"""
#: What formgrader's handlers of the buttons do.
BUTTON = """
import os, sys
from nbgrader.apps import NbGrader
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
app = NbGrader(); app.load_config_file()
api = NbGraderAPI(CourseDirectory(parent=app), None, parent=app)
done = getattr(api, sys.argv[1])("ps1", sys.argv[2])
print(done.get("log", ""))
print(done.get("error", ""))
sys.exit(not done["success"])
"""


@pytest.fixture(scope="module")
def adopted(released: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One course for all of these: nobody is graded twice."""
    course = tmp_path_factory.mktemp("adopted") / "c1"
    shutil.copytree(released, course)
    with (course / "nbgrader_config.py").open("a") as file:
        file.write(LINES)
    return course


def button(course: Path, what: str, student: str) -> tuple[int, str]:
    (course / "button.py").write_text(BUTTON)
    done = program(course, "button", what, student)
    return done.returncode, done.stdout + done.stderr


def test_nbgrader_autograde_uses_fairmark(adopted: Path) -> None:
    done = program(adopted, "nbgrader", "autograde", "ps1")
    assert done.returncode == 0, done.stderr
    assert "fairmark: 2 graded" in done.stderr
    assert scores(adopted)["sol", "problem1", "correct_squares"][0] == 1
    assert scores(adopted)["stub", "problem1", "correct_squares"][0] == 0
    again = program(adopted, "nbgrader", "autograde", "ps1")
    assert "fairmark: 0 graded" in again.stderr


def test_the_buttons_of_formgrader_use_fairmark(adopted: Path) -> None:
    code, said = button(adopted, "autograde", "sol")
    assert (code, "fairmark: 1 graded" in said) == (0, True), said
    page = adopted / "feedback" / "sol" / "ps1" / "problem1.html"
    page.write_text("old")
    code, said = button(adopted, "generate_feedback", "sol")
    assert code == 0, said
    assert "correct_squares" in page.read_text()
    assert "<script" not in page.read_text()


def test_pictures_of_the_release_are_where_formgrader_looks(adopted: Path) -> None:
    folder = adopted / "autograded" / "sol" / "ps1"
    picture = adopted / "source" / "ps1" / "jupyter.png"
    assert (folder / "jupyter.png").read_bytes() == picture.read_bytes()


def test_what_only_the_command_line_says_is_refused(adopted: Path) -> None:
    before = scores(adopted)
    shutil.copy2(adopted / "gradebook.db", adopted / "other.db")
    other = program(adopted, "nbgrader", "autograde", "ps1", "--db=sqlite:///other.db")
    assert other.returncode == 1
    assert "write it in nbgrader_config.py" in other.stderr
    one = program(adopted, "nbgrader", "autograde", "ps1", "--notebook=problem1")
    assert one.returncode == 1
    assert "leave --notebook out" in one.stderr
    assert scores(adopted) == before


def test_the_button_says_who_has_no_verdict(adopted: Path) -> None:
    (adopted / "submitted" / "stub" / "ps1" / "problem1.ipynb").write_text("Dear teacher")
    code, said = button(adopted, "autograde", "stub")
    assert code == 1
    assert "stub: problem1 is not a notebook" in said


def test_bench_compares_with_stock_nbgrader_in_an_adopted_course(
    adopted: Path, tmp_path: Path
) -> None:
    """Who warns gets nothing from the one and the point from the other."""
    course = tmp_path / "c1"
    shutil.copytree(adopted, course)
    shutil.rmtree(course / "submitted" / "stub")
    path = course / "submitted" / "sol" / "ps1" / "problem1.ipynb"
    notebook = nbformat.read(path, as_version=4)
    (cell,) = (cell for cell in notebook.cells if grade_id(cell) == "squares")
    cell.source = f"import sys\n\n{cell.source}"
    cell.source = cell.source.replace("return [", "print('hm', file=sys.stderr)\n    return [")
    nbformat.write(notebook, path)
    done = program(course, "fairmark.cli", "bench", "ps1", "--runs", "1")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "other score: sol/problem1/correct_squares: stock 0.0, fairmark 1.0" in done.stdout


def test_a_course_without_the_lines_is_graded_as_before(course: Path) -> None:
    (course / "nbgrader_config.py").write_text("import fairmark.adopt\n")
    done = program(course, "nbgrader", "autograde", "ps1", "--student=sol")
    assert done.returncode == 0
    assert "fairmark:" not in done.stderr
    assert scores(course)["sol", "problem1", "correct_squares"][0] == 1
