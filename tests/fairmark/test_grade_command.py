"""``fairmark grade`` on a course that is not ours: the one that nbgrader's quickstart makes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.api import Gradebook

from fairmark.intake import grade_id
from fairmark.record.verdicts import DONE
from tests.program import nbgrader, program
from tools.build import nbgrader_environment

FORGEABLE = "sum_of_squares_uses_squares"


def fairmark(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return program(folder, "fairmark.cli", "grade", "ps1", "--course-dir", str(folder), *arguments)


def scores(course: Path) -> dict[tuple[str, str, str], tuple[Any, bool]]:
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "c1") as gradebook:
        return {
            (submission.student.id, notebook.name, grade.name): (
                grade.auto_score,
                grade.needs_manual_grade,
            )
            for submission in gradebook.assignment_submissions("ps1")
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def test_scores_are_those_of_stock_nbgrader(course: Path, tmp_path: Path) -> None:
    shutil.copytree(course, tmp_path / "stock")
    done = fairmark(course)
    assert done.returncode == 0, done.stderr
    stock = program(tmp_path / "stock", "nbgrader", "autograde", "ps1")
    assert stock.returncode == 0, stock.stderr
    assert scores(course) == scores(tmp_path / "stock")
    assert len(scores(course)) == 18


def test_a_test_that_must_run_beside_learner_code_is_named(course: Path) -> None:
    done = fairmark(course, "--json", str(course / "out.json"))
    assert f"problem1: {FORGEABLE} runs beside learner code and can be forged" in done.stdout
    records = json.loads((course / "out.json").read_text())
    assert {r["cell"] for r in records if r["forgeable"]} == {FORGEABLE}
    assert set(records[0]) == {
        "student", "notebook", "cell", "check", "verdict", "points", "most", "milliseconds",
        "rung", "forgeable", "unchanged", "reason",
    }  # fmt: skip


def test_strict_withholds_what_can_be_forged(course: Path) -> None:
    assert fairmark(course, "--strict").returncode == 0
    assert scores(course)["sol", "problem1", FORGEABLE][0] == 0
    assert scores(course)["sol", "problem1", "correct_squares"][0] == 1


def test_a_second_run_grades_only_what_is_new_or_changed(course: Path) -> None:
    assert "2 graded" in fairmark(course).stdout
    assert "0 graded" in fairmark(course).stdout
    notebook = course / "submitted" / "stub" / "ps1" / "problem1.ipynb"
    notebook.write_bytes((course / "source" / "ps1" / "problem1.ipynb").read_bytes())
    assert "1 graded" in fairmark(course).stdout
    assert scores(course)["stub", "problem1", "correct_squares"][0] == 1
    assert "2 graded" in fairmark(course, "--force").stdout


def test_who_has_no_verdict_is_named_and_the_others_are_graded(course: Path) -> None:
    (course / "submitted" / "stub" / "ps1" / "problem1.ipynb").write_text("Dear teacher")
    for _ in range(2):  # also when nothing has changed
        done = fairmark(course)
        assert done.returncode == 1
        assert "No verdict:\n  stub: problem1 is not a notebook" in done.stdout
    assert scores(course)["sol", "problem1", "correct_squares"][0] == 1


def test_a_notebook_that_got_another_name_is_named(course: Path) -> None:
    folder = course / "submitted" / "stub" / "ps1"
    (folder / "problem1.ipynb").rename(folder / "problem1 (1).ipynb")
    done = fairmark(course)
    other = "the notebook 'problem1 (1).ipynb' has no namesake in the release (left out)"
    assert f"No verdict:\n  stub: problem1 was not handed in; {other}\n" in done.stdout
    assert f"stub: problem2: {other}" in done.stdout
    page = (course / "feedback" / "stub" / "ps1" / "problem2.html").read_text()
    assert "problem1 (1).ipynb" in page


def test_records_are_of_every_submission_also_of_those_left_as_they_were(course: Path) -> None:
    (course / "submitted" / "letter" / "ps1").mkdir(parents=True)
    (course / "submitted" / "letter" / "ps1" / "problem1.ipynb").write_text("Dear teacher")
    shutil.copytree(course / "submitted" / "sol" / "ps1", course / "submitted" / "way" / "ps1")
    (course / "feedback").mkdir()
    (course / "feedback" / "way").write_text("in the way")
    first, again = (every_record(course) for _ in range(2))
    odd = {(r["student"], r["notebook"]): r for r in first if not r["cell"]}
    assert {where: r["verdict"] for where, r in odd.items()} == {
        ("letter", "problem1"): "not a notebook",
        ("letter", "problem2"): "missing",
        ("way", ""): "no verdict",
    }
    assert odd["letter", "problem2"]["reason"] == "was not handed in"
    assert "cannot be written: Not a directory" in odd["way", ""]["reason"]
    assert {r["student"] for r in first if r["cell"]} == {"sol", "stub"}
    assert not any(r["unchanged"] for r in first)
    assert again == [r | {"unchanged": r["verdict"] != "no verdict"} for r in first]
    kept = course / "autograded" / "sol" / "ps1" / DONE
    kept.write_bytes(kept.read_bytes()[:-500] + b"\0" * 500)  # as a power failure may leave it
    assert {r["student"] for r in every_record(course) if not r["unchanged"]} == {"sol", "way"}


def every_record(course: Path) -> list[dict[str, Any]]:
    """Grade; what ``--json`` holds, by student, notebook and cell, without times."""
    done = fairmark(course, "--json", str(course / "out.json"))
    assert done.returncode == 1, done.stderr
    found = json.loads((course / "out.json").read_text())
    found.sort(key=lambda r: (r["student"], r["notebook"], r["cell"]))
    return [{name: value for name, value in r.items() if name != "milliseconds"} for r in found]


def test_only_the_students_asked_for_are_graded(course: Path) -> None:
    assert "1 graded" in fairmark(course, "--student", "so*").stdout
    assert {student for student, _, _ in scores(course)} == {"sol"}


def test_pages_and_notebooks_are_where_nbgrader_looks(course: Path) -> None:
    fairmark(course)
    assert (course / "autograded" / "sol" / "ps1" / "problem1.ipynb").is_file()
    page = (course / "feedback" / "sol" / "ps1" / "problem1.html").read_text()
    assert "correct_squares" in page
    assert "<script" not in page


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--unsafe", "--isolation", "a"], "contradict each other"),
        (["--time-limit", "0"], "must be more than 0"),
        (["--time-limit", "nan"], "must be more than 0"),
        (["--memory-limit", "1"], "must be at least 64 megabytes"),
        (["--suites", "nowhere"], "'nowhere' does not exist"),
        (["--jobs", "-1"], "must be 0 or more"),
        (["--student", "nobdy"], "no folder is called"),
        (["--isolation", "z"], "z"),
    ],
)
def test_what_cannot_be_done_gets_a_sentence(
    course: Path, arguments: list[str], sentence: str
) -> None:
    done = fairmark(course, *arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_a_gradebook_gets_a_sentence(tmp_path: Path) -> None:
    done = fairmark(tmp_path)
    assert done.returncode == 2
    assert "There is no gradebook" in done.stderr
    assert "nbgrader generate_assignment ps1" in done.stderr


def test_a_test_of_a_check_that_there_is_not_gets_a_sentence(course: Path) -> None:
    path = course / "source" / "ps1" / "problem1.ipynb"
    notebook = nbformat.read(path, as_version=4)
    (cell,) = (cell for cell in notebook.cells if grade_id(cell) == "correct_squares")
    cell.source = 'from sendwell.checks import check\ncheck("throttle.alowed")'
    nbformat.write(notebook, path)
    nbgrader(course, "generate_assignment", "ps1", "--force")
    done = fairmark(course)
    assert done.returncode == 2
    sentence = "problem1.ipynb, cell 'correct_squares': There is no check called 'throttle.alowed'"
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("line", ["x = (", "1 / 0"])
def test_a_configuration_that_does_not_work_gets_a_sentence(course: Path, line: str) -> None:
    path = course / "nbgrader_config.py"
    number = len(path.read_text().splitlines()) + 1
    with path.open("a") as file:
        file.write(f"{line}\n")
    done = fairmark(course)
    assert done.returncode == 2
    assert f"{path}, line {number}, does not work: " in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_assignment_gets_a_sentence(course: Path) -> None:
    done = program(course, "fairmark.cli", "grade", "ps9")
    assert done.returncode == 2
    assert "The gradebook knows no assignment 'ps9'; it knows ps1." in done.stderr


def test_the_doctor_tells_what_holds_here() -> None:
    done = program(Path(), "fairmark.cli", "doctor")
    assert done.returncode == 0, done.stdout
    assert "fairmark grade uses rung a." in done.stdout


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that every user can reach: pytest's own are closed."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


def test_a_file_that_cannot_be_read_stops_nobody_else(released: Path, open_place: Path) -> None:
    """By an ordinary user: root can read everything."""
    course = open_place / "c1"
    shutil.copytree(released, course)
    shutil.copytree(course / "submitted" / "sol", course / "submitted" / "closed")
    (course / "submitted" / "closed" / "ps1" / "problem1.ipynb").chmod(0)
    (course / "submitted" / "sol" / "ps1" / "problem2.ipynb").unlink()
    records = open_place / "records.json"
    command = ["fairmark.cli", "grade", "ps1", "--course-dir", str(course), "--json", str(records)]
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", "54322", str(course)], check=True)
        pretend = Path(__file__).parent / "untrusted" / "pretend.py"
        line = [sys.executable, str(pretend), "user", sys.executable, "-m", *command]
        done = subprocess.run(
            line,
            cwd=open_place,
            env=nbgrader_environment() | {"PRETEND_UID": "54322"},
            capture_output=True,
            text=True,
            check=False,
        )
    else:
        done = program(open_place, *command)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "closed: problem1 cannot be read: Permission denied" in done.stdout
    odd = {
        (r["student"], r["notebook"]): r["verdict"]
        for r in json.loads(records.read_text())
        if not r["cell"]
    }
    assert odd == {("closed", "problem1"): "not a notebook", ("sol", "problem2"): "missing"}
    assert scores(course)["stub", "problem1", "correct_squares"] == (0.0, False)


@pytest.mark.parametrize("text", ["", "{", '{"nbformat": 4}'])
def test_an_own_notebook_that_is_none_is_one_sentence(course: Path, text: str) -> None:
    path = course / "source" / "ps1" / "problem1.ipynb"
    path.write_text(text)
    done = fairmark(course)
    assert done.returncode == 2
    assert "problem1.ipynb cannot be read as a notebook" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
