"""What verdicts depend on."""

from __future__ import annotations

from pathlib import Path

from fairmark.course import Submission
from fairmark.pool import Task
from fairmark.wanted import Wanted


def depends_on(files: dict[str, bytes]) -> str:
    submission = Submission("ada", {}, Path(), "")
    wanted = Wanted(submission, Task("ada", {}, files), "release", "", ())
    return wanted.input_with({"n": "mark"})


def test_other_files_are_another_submission_wherever_the_bytes_lie() -> None:
    several = [
        {"a.py": b"1", "b.py": b"2"},
        {"a.py": b"1b.py\x002"},
        {"a.py": b"1b.py\x001\x002"},
        {"a.py": b"", "b.py": b"2"},
        {},
    ]
    assert len(set(map(depends_on, several))) == len(several)
