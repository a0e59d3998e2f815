"""The files beside notebooks: what learners' code finds, and what is said of the rest."""

from __future__ import annotations

from pathlib import Path

from fairmark.course import MOST_FILE_BYTES, MOST_FILES, MOST_FOLDERS, Submission
from fairmark.course import Course as FairmarkCourse
from tests.course import ASSIGNMENT, Course


def test_only_released_files_are_laid_beside_learners_code(tmp_path: Path) -> None:
    made = Course(tmp_path)
    source, released = (tmp_path / name / ASSIGNMENT for name in ("solutions", "course"))
    for folder in (source, released):
        (folder / "data").mkdir()
    (source / "data" / "given.csv").write_text("1")
    (released / "data" / "given.csv").write_text("of the release")
    (source / "key.txt").write_text("the answers")
    assert FairmarkCourse(made.folder).given_files(ASSIGNMENT) == {"data/given.csv": b"1"}


def test_a_learners_file_that_is_left_out_is_named(tmp_path: Path) -> None:
    course = FairmarkCourse(Course(tmp_path / "course").folder)
    folder = tmp_path / "ada"
    (folder / "__pycache__").mkdir(parents=True)
    (folder / "__pycache__" / "module.cpython-311.pyc").write_bytes(b"x")
    (folder / "build.ipynb").write_text("{}")
    (folder / "good.csv").write_text("1")
    (folder / "given.csv").write_bytes(bytes(MOST_FILE_BYTES + 1))
    (folder / "large.csv").write_bytes(bytes(MOST_FILE_BYTES + 1))
    (folder / "link.csv").symlink_to("good.csv")
    one = Submission("ada", {}, folder, "")
    assert course.helper_files(ASSIGNMENT, one, {"given.csv": b"2"}) == (
        {"good.csv": b"1", "given.csv": b"2"},
        (
            "the file 'large.csv' is larger than 5 MB (left out)",
            "the file 'link.csv' is no regular file (left out)",
        ),
    )


def test_of_too_many_files_and_folders_the_first_are_taken(tmp_path: Path) -> None:
    course = FairmarkCourse(Course(tmp_path / "course").folder)
    files, folders = tmp_path / "files", tmp_path / "folders"
    for number in range(MOST_FILES + 2):
        files.mkdir(exist_ok=True)
        (files / f"{number:03}.txt").touch()
    for number in range(MOST_FOLDERS):
        (folders / f"{number:03}").mkdir(parents=True)
    found, said = course.helper_files(ASSIGNMENT, Submission("ada", {}, files, ""), {})
    assert sorted(found) == [f"{number:03}.txt" for number in range(MOST_FILES)]
    assert said == ("the file '050.txt' comes after the 50 that are taken (left out)",)
    _, said = course.helper_files(ASSIGNMENT, Submission("ada", {}, folders, ""), {})
    assert said == ("there are over 200 folders (the rest was left out)",)
