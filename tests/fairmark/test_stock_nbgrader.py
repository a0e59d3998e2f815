"""What check() gives through the real nbgrader: one class, autograded once."""

from __future__ import annotations

import math
import shutil
from pathlib import Path
from typing import TypeAlias

import pytest
from nbgrader.api import Gradebook

from tests.course import ASSIGNMENT, Course
from tests.program import program

#: student -> cell -> points
Scores: TypeAlias = dict[str, dict[str, float]]

ALLOWED = """
def allowed(sent, now, limit, window):
    {before}
    return {answer}
"""
RIGHT = "sum(now - window < t <= now for t in sent) < limit"


def allowed(answer: str = RIGHT, before: str = "pass") -> dict[str, str]:
    return {"allowed": ALLOWED.format(answer=answer, before=before)}


#: A right answer that talks: by a warning, a log, prints, a descriptor, a process of its own.
NOISY = "import logging\nlogging.basicConfig()\n" + ALLOWED.format(
    before="""import os, sys, warnings
    warnings.warn('old')
    logging.warning('hello')
    print('hello')
    print('there', file=sys.stderr)
    os.write(2, b'hello')
    os.system('echo hello >&2')""",
    answer=RIGHT,
)
#: student -> what they wrote for `allowed`, and the points of its visible and its unseen cell.
CLASS: dict[str, tuple[dict[str, str], float, float]] = {
    "right": ({}, 5, 3),
    "partly": (allowed("sum(now - window <= t <= now for t in sent) < limit"), 4, 0),
    "wrong_type": (allowed(f"1 if {RIGHT} else 0"), 0, 0),
    "nan": (allowed("float('nan')"), 0, 0),
    "raises": (allowed("1 / 0"), 0, 0),
    "exits": (allowed("exit()"), 0, 0),
    "loops": (allowed(before="while True: pass"), 0, 0),
    "noisy": ({"allowed": NOISY}, 5, 3),
}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A class that has handed in."""
    course = Course(tmp_path_factory.mktemp("course") / "stock")
    for student, (answers, _, _) in CLASS.items():
        course.submit(student, answers)
    course.submit("stub", {}, right=False)
    return course


@pytest.fixture(scope="module")
def ours(course: Course) -> Scores:
    """What fairmark gives the same class, in a copy of the course."""
    copy = course.folder.with_name("fairmark")
    shutil.copytree(course.folder, copy)
    done = program(copy, "fairmark.cli", "grade", ASSIGNMENT)
    assert done.returncode == 0, done.stdout + done.stderr
    return read_scores(copy)


@pytest.fixture(scope="module")
def scores(course: Course, ours: Scores) -> Scores:
    """What stock nbgrader gives."""
    course.run("autograde", ASSIGNMENT)
    return read_scores(course.folder)


def read_scores(folder: Path) -> Scores:
    """student -> cell -> points, from the gradebook."""
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}", "sendwell") as gradebook:
        return {
            student: {
                grade.name: grade.score
                for grade in gradebook.find_submission_notebook("build", ASSIGNMENT, student).grades
            }
            for student in (*CLASS, "stub")
        }


@pytest.mark.nbgrader
@pytest.mark.parametrize("student", [*CLASS, "stub"])
def test_fairmark_gives_the_same_points(scores: Scores, ours: Scores, student: str) -> None:
    assert ours[student] == scores[student]


@pytest.mark.nbgrader
@pytest.mark.parametrize("student", CLASS)
def test_points_reach_the_gradebook(scores: Scores, student: str) -> None:
    _, visible, unseen = CLASS[student]
    assert scores[student]["check-allowed"] == visible
    assert scores[student]["unseen-allowed"] == unseen


@pytest.mark.nbgrader
def test_one_wrong_exercise_costs_no_other(scores: Scores) -> None:
    for student in CLASS:
        assert scores[student]["check-sliding-window"] == 9
        assert scores[student]["unseen-sliding-window"] == 5


@pytest.mark.nbgrader
def test_a_stub_earns_nothing_and_waits_for_nobody(scores: Scores) -> None:
    assert set(scores["stub"].values()) == {0}


@pytest.mark.nbgrader
def test_every_score_is_a_finite_number(scores: Scores) -> None:
    assert all(math.isfinite(score) for cells in scores.values() for score in cells.values())


@pytest.mark.nbgrader
def test_validate_agrees_with_check(tmp_path: Path) -> None:
    course = Course(tmp_path / "course")
    good = course.write(tmp_path / "good.ipynb", {})
    bad = course.write(tmp_path / "bad.ipynb", allowed("True"))
    assert "Success! Your notebook passes all the tests." in course.run("validate", str(good))
    said = course.run("validate", str(bad))
    assert "VALIDATION FAILED ON 1 CELL(S)!" in said
    assert 'check("throttle.allowed")' in said


@pytest.mark.nbgrader
def test_a_learner_without_the_grader_can_check_and_validate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hidden cell is empty in the learner's copy, so nothing asks for fairmark."""
    course = Course(tmp_path / "course")
    blocked = tmp_path / "blocked" / "fairmark"
    blocked.mkdir(parents=True)
    (blocked / "__init__.py").write_text("raise ImportError('there is no grader here')")
    monkeypatch.setenv("PYTHONPATH", str(blocked.parent))
    path = course.write(tmp_path / "learner.ipynb", {})
    assert "fairmark" not in path.read_text()
    # Validate without our configuration: it would look for fairmark.
    (course.folder / "nbgrader_config.py").unlink()
    assert "Success!" in course.run("validate", str(path))
