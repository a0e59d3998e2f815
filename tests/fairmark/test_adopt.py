"""Three lines in nbgrader_config.py: nbgrader's command and formgrader's buttons use fairmark."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.fairmark.test_grade_command import course, released, run, scores

__all__ = ["course", "released"]

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


@pytest.fixture
def adopted(course: Path) -> Path:
    with (course / "nbgrader_config.py").open("a") as file:
        file.write(LINES)
    return course


def button(course: Path, what: str, student: str) -> tuple[int, str]:
    (course / "button.py").write_text(BUTTON)
    done = run(course, "button", what, student)
    return done.returncode, done.stdout + done.stderr


def test_nbgrader_autograde_uses_fairmark(adopted: Path) -> None:
    done = run(adopted, "nbgrader", "autograde", "ps1")
    assert done.returncode == 0, done.stderr
    assert "fairmark: 2 graded" in done.stderr
    assert scores(adopted)["sol", "problem1", "correct_squares"][0] == 1
    assert scores(adopted)["stub", "problem1", "correct_squares"][0] == 0
    again = run(adopted, "nbgrader", "autograde", "ps1")
    assert "fairmark: 0 graded" in again.stderr


def test_the_buttons_of_formgrader_use_fairmark(adopted: Path) -> None:
    code, said = button(adopted, "autograde", "sol")
    assert (code, "fairmark: 1 graded" in said) == (0, True), said
    assert {student for student, _, _ in scores(adopted)} == {"sol"}
    page = adopted / "feedback" / "sol" / "ps1" / "problem1.html"
    page.write_text("old")
    code, said = button(adopted, "generate_feedback", "sol")
    assert code == 0, said
    assert "correct_squares" in page.read_text()
    assert "<script" not in page.read_text()


def test_the_button_says_who_has_no_verdict(adopted: Path) -> None:
    (adopted / "submitted" / "stub" / "ps1" / "problem1.ipynb").write_text("Dear teacher")
    code, said = button(adopted, "autograde", "stub")
    assert code == 1
    assert "stub: problem1 is not a notebook" in said


def test_what_only_the_command_line_says_is_refused(adopted: Path) -> None:
    shutil.copy2(adopted / "gradebook.db", adopted / "other.db")
    other = run(adopted, "nbgrader", "autograde", "ps1", "--db=sqlite:///other.db")
    assert other.returncode == 1
    assert "write it in nbgrader_config.py" in other.stderr
    one = run(adopted, "nbgrader", "autograde", "ps1", "--notebook=problem1")
    assert one.returncode == 1
    assert "leave --notebook out" in one.stderr
    assert scores(adopted) == {}


def test_a_course_without_the_lines_is_graded_as_before(course: Path) -> None:
    (course / "nbgrader_config.py").write_text("import fairmark.adopt\n")
    done = run(course, "nbgrader", "autograde", "ps1", "--student=sol")
    assert done.returncode == 0
    assert "fairmark:" not in done.stderr
    assert scores(course)["sol", "problem1", "correct_squares"][0] == 1
