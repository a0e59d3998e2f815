"""What goes wrong around grading: a sentence that says what to do, and nothing half done."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from fairmark.course import Course
from fairmark.grade import Options, Summary, grade
from fairmark.intake import grade_id
from fairmark.lock import alone
from fairmark.record.errors import RunError
from fairmark.record.verdicts import DONE, PENDING
from tests.fairmark.test_grade_command import fairmark, scores
from tools.build import nbgrader_environment

SQUARES = ("problem1", "correct_squares")


def graded(
    course: Path, progress: Callable[[int, int], None] = lambda *_: None, *, force: bool = False
) -> Summary:
    return grade(Course(course), "ps1", Options(jobs=1, force=force), progress)


def answer(course: Path, student: str, source: str) -> None:
    """Let the student hand in another answer."""
    path = course / "submitted" / student / "ps1" / "problem1.ipynb"
    notebook = nbformat.read(path, as_version=4)
    (cell,) = (cell for cell in notebook.cells if grade_id(cell) == "squares")
    cell.source = source
    nbformat.write(notebook, path)


def half_done(course: Path) -> list[str]:
    """Files that an undisturbed run does not leave."""
    ends = (".part", ".new", "-journal", ".grading")
    return [p.name for p in course.rglob("*") if p.name.endswith(ends) or p.name == PENDING]


# --- submissions that do not stay as they are ---


def test_what_vanishes_or_changes_meanwhile_is_not_recorded(course: Path) -> None:
    for student in ("changes", "goes"):
        shutil.copytree(course / "submitted" / "sol", course / "submitted" / student)
    shutil.move(course / "submitted" / "sol", course / "submitted" / "a-first")

    def meanwhile(number: int, _: int) -> None:
        if number == 1:
            answer(course, "changes", "def squares(n):\n    return []")
            shutil.rmtree(course / "submitted" / "goes")

    summary = graded(course, meanwhile)
    assert sorted(summary.graded) == ["a-first", "stub"]
    assert sorted(summary.failed) == ["changes", "goes"]
    for student, sentence in summary.failed.items():
        assert str(course / "submitted" / student / "ps1") in sentence
        assert "nothing of it is recorded. Run the same command again" in sentence
    assert {student for student, _, _ in scores(course)} == {"a-first", "stub"}
    assert half_done(course) == []
    again = graded(course)
    assert (again.graded, again.failed) == (["changes"], {})
    assert scores(course)["changes", *SQUARES][0] == 0


# --- a person's scores ---


def test_a_manual_score_is_never_overwritten(course: Path) -> None:
    graded(course)
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "c1") as gradebook:
        grade = gradebook.find_grade("correct_squares", "problem1", "ps1", "stub")
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 0.5, 0.25, False
        gradebook.find_comment("squares", "problem1", "ps1", "stub").manual_comment = "Nearly"
        gradebook.db.commit()
    assert graded(course).graded == []

    def kept() -> tuple[float, float, bool, float, str]:
        with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "c1") as gradebook:
            one = gradebook.find_grade("correct_squares", "problem1", "ps1", "stub")
            said = gradebook.find_comment("squares", "problem1", "ps1", "stub").manual_comment
            return one.auto_score, one.manual_score, one.needs_manual_grade, one.score, said

    assert kept() == (0, 0.5, False, 0.75, "Nearly")
    answer(course, "stub", "def squares(n):\n    return [i**2 for i in range(1, n + 1)]")
    assert graded(course).graded == ["stub"]
    assert kept() == (1, 0.5, True, 0.75, "Nearly")
    graded(course, force=True)
    assert kept() == (1, 0.5, True, 0.75, "Nearly")
    page = course / "feedback" / "stub" / "ps1" / "problem1.html"
    assert "A person set these points." in page.read_text()


# --- one student's trouble is that student's ---


def test_who_cannot_be_recorded_is_named_and_the_others_are_graded(course: Path) -> None:
    with (course / "nbgrader_config.py").open("a") as file:
        file.write('\nc.Autograde.create_student = False\nc.CourseDirectory.course_id = "c1"\n')
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "c1") as gradebook:
        gradebook.update_or_create_student("sol")
    (course / "autograded").mkdir()
    shutil.copytree(course / "submitted" / "sol", course / "submitted" / "way")
    (course / "feedback").mkdir()
    (course / "feedback" / "way").write_text("in the way")
    done = fairmark(course)
    assert done.returncode == 1, done.stderr
    assert "1 graded" in done.stdout
    assert "stub: The gradebook" in done.stdout
    assert "there is no student 'stub'. Add the student in formgrader" in done.stdout
    assert f"way: {course / 'feedback' / 'way'} cannot be written: Not a directory" in done.stdout
    assert {student for student, _, _ in scores(course)} == {"sol"}
    assert half_done(course) == []
    assert [path.name for path in (course / "autograded").glob("*/*")] == ["ps1"]


# --- what meets everybody ends the run ---


def test_a_gradebook_that_another_program_holds_is_named(course: Path) -> None:
    other = sqlite3.connect(course / "gradebook.db")
    other.execute("BEGIN EXCLUSIVE")
    done = fairmark(course)
    other.rollback()
    other.close()
    assert done.returncode == 2
    said = " ".join(done.stderr.split())
    assert f"{course / 'gradebook.db'}: another program is writing to it. Close" in said
    assert "Traceback" not in done.stderr
    assert half_done(course) == []
    assert not (course / "autograded").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a small disk")
def test_a_full_disk_is_named_and_the_same_command_goes_on(course: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    (course / "gradebook.db").rename(tmp_path / "gradebook.db")
    mount = ["mount", "-t", "tmpfs", "-o", "size=700k", "none", str(disk)]
    if subprocess.run(mount, check=False).returncode:
        pytest.skip("no small disk can be made in this container")
    try:
        small = shutil.copytree(course, disk / "c1")
        shutil.copy(tmp_path / "gradebook.db", small)
        filling = disk / "filling"
        with filling.open("wb", buffering=0) as file:
            with suppress(OSError):
                while True:
                    file.write(b"x" * 4096)
            file.truncate(filling.stat().st_size - 60_000)
        done = fairmark(small)
        assert done.returncode == 2, done.stdout
        assert "the disk is full. Make room, then run the same command again." in " ".join(
            done.stderr.split()
        )
        assert str(small) in done.stderr.replace("\n", "")
        assert not list(small.rglob("*.part"))
        filling.unlink()
        assert fairmark(small).returncode == 0
        assert scores(small)["sol", *SQUARES][0] == 1
        assert half_done(small) == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.fixture
def open_course(released: Path) -> Iterator[Path]:
    """A course that every user can reach, and an ordinary user owns."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        course = Path(shutil.copytree(released, Path(folder, "c1")))
        yield course


def as_a_user(course: Path) -> subprocess.CompletedProcess[str]:
    """``fairmark grade`` by an ordinary user, who owns the course: root may write anywhere."""
    line = [sys.executable, "-m", "fairmark.cli", "grade", "ps1", "--course-dir", str(course)]
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", "54322", str(course)], check=True)
        pretend = Path(__file__).parent / "untrusted" / "pretend.py"
        line = [sys.executable, str(pretend), "user", *line]
    environment = nbgrader_environment() | {"PRETEND_UID": "54322"}
    return subprocess.run(
        line, cwd=course.parent, env=environment, capture_output=True, text=True, check=False
    )


def test_a_read_only_gradebook_is_named_and_nothing_is_judged(open_course: Path) -> None:
    (open_course / "gradebook.db").chmod(0o444)
    done = as_a_user(open_course)
    assert done.returncode == 2
    said = " ".join(done.stderr.split())
    assert f"{open_course / 'gradebook.db'}: it is read-only. Give yourself the right" in said
    assert not (open_course / "autograded").exists()
    assert half_done(open_course) == []


def test_a_folder_that_is_closed_costs_only_its_student(open_course: Path) -> None:
    closed = open_course / "autograded" / "sol" / "ps1"
    closed.mkdir(parents=True)
    closed.chmod(0o555)
    done = as_a_user(open_course)
    assert done.returncode == 1, done.stderr
    assert f"sol: {closed} cannot be written: you may not write there. Give" in done.stdout
    assert {student for student, _, _ in scores(open_course)} == {"stub"}
    closed.chmod(0o755)
    (open_course / "autograded").chmod(0o555)
    shutil.rmtree(open_course / "submitted" / "stub")
    shutil.rmtree(open_course / "autograded" / "sol")
    everybody = as_a_user(open_course)
    assert everybody.returncode == 2
    assert f"{open_course / 'autograded'} cannot be written" in everybody.stderr.replace("\n", "")


# --- two graders ---


def test_the_second_of_two_graders_waits(course: Path) -> None:
    line = [sys.executable, "-m", "fairmark.cli", "grade", "ps1", "--course-dir", str(course)]
    both = [
        subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(2)
    ]
    said = [one.communicate(timeout=120)[0] for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    counts = sorted(
        (text.partition(" graded in")[0].split()[-1], str("2 unchanged" in text)) for text in said
    )
    assert counts == [("0", "True"), ("2", "False")]
    assert half_done(course) == []
    assert len(list(course.glob(f"autograded/*/ps1/{DONE}"))) == 2


def test_nbgrader_s_own_command_waits_too(course: Path) -> None:
    with (course / "nbgrader_config.py").open("a") as file:
        file.write("\nfrom fairmark.adopt import adopt\nadopt(c)\n")
    line = [sys.executable, "-m", "nbgrader", "autograde", "ps1"]
    with alone(Course(course).lock_file, print):
        waiting = subprocess.Popen(
            line, cwd=course, env=nbgrader_environment(), stderr=subprocess.PIPE, text=True
        )
        assert waiting.stderr is not None
        told = next((said for said in waiting.stderr if "fairmark" in said), "nothing")
        assert f"(process {os.getpid()}) is grading into this gradebook; waiting" in told
        assert scores(course) == {}
    said = waiting.communicate(timeout=120)[1]
    assert waiting.returncode == 0, said
    assert len(scores(course)) == 18


def test_who_waits_too_long_is_told_for_whom(tmp_path: Path) -> None:
    path = tmp_path / ".gradebook.db.grading"
    told: list[str] = []
    with alone(path, told.append):
        with (
            pytest.raises(RunError, match=rf"process {os.getpid()}\) is still grading into"),
            alone(path, told.append, patience=0.3),
        ):
            pass
        assert len(told) == 1
    assert not path.exists()
    with alone(path, told.append):
        assert len(told) == 1


def test_a_lock_that_a_killed_run_left_is_free(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.write_text("1")
    with alone(path, pytest.fail):
        assert path.read_text() == str(os.getpid())
