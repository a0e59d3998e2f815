"""What lies beside the author's copy and was not released is out of learners' reach."""

from __future__ import annotations

from pathlib import Path

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
