"""Courses that we did not write, as one assignment: what they hold, and who handed in what."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import nbgrader

from tests.fairmark.courses.side import Course

_NBGRADER = Path(nbgrader.__file__).parent
_DOCS = _NBGRADER / "docs" / "source" / "user_guide"
_FILES = _NBGRADER / "tests" / "apps" / "files"
_FEEDBACK = Path(__file__).parent / "nbgrader_feedback"


@dataclass(frozen=True)
class Foreign:
    """A notebook of somebody else's, and what two learners handed in for it.

    None stands for the release as it is, the source's own path for the author's solution.
    """

    name: str
    source: Path
    bitdiddle: Path | None
    hacker: Path | None


@dataclass(frozen=True)
class Origin:
    """Where notebooks come from, and under which licence."""

    what: str
    licence: str
    notebooks: tuple[Foreign, ...]


def _docs(name: str, folder: str = "ps1") -> Foreign:
    handed_in = [
        _DOCS / "submitted" / who / "ps1" / f"{name}.ipynb" for who in ("bitdiddle", "hacker")
    ]
    return Foreign(name, _DOCS / "source" / folder / f"{name}.ipynb", *handed_in)


def _autotest(name: str, right: str, wrong: str) -> Foreign:
    source = _FILES / f"{name}.ipynb"
    return Foreign(name, source, _FILES / f"{right}.ipynb", _FILES / f"{wrong}.ipynb")


_AUTO = _DOCS / "source" / "ps1_autotest" / "problem1.ipynb"
ORIGINS = (
    Origin(
        "nbgrader's documentation: problem set 1, and its learners bitdiddle and hacker",
        "BSD-3-Clause",
        (_docs("problem1"), _docs("problem2")),
    ),
    Origin(
        "nbgrader's documentation: the same problem set with `### AUTOTEST`",
        "BSD-3-Clause",
        (Foreign("with_autotest", _AUTO, _AUTO, None),),
    ),
    Origin(
        "nbgrader's own tests: hashed, hidden and many autotests",
        "BSD-3-Clause",
        (
            _autotest("autotest-hashed", "autotest-hashed-changed", "autotest-hashed-unchanged"),
            _autotest(
                "autotest-hidden", "autotest-hidden-changed-right", "autotest-hidden-changed-wrong"
            ),
            _autotest("autotest-multi", "autotest-multi", "autotest-multi-changed"),
        ),
    ),
    Origin(
        "nbgrader-feedback 0.1.0: its example course and two learners",
        "MIT",
        (
            Foreign(
                "example_task",
                _FEEDBACK / "source.ipynb",
                _FEEDBACK / "submitted_0.ipynb",
                _FEEDBACK / "submitted_1.ipynb",
            ),
        ),
    ),
)
NOTEBOOKS = tuple(one for origin in ORIGINS for one in origin.notebooks)


def lay(course: Course) -> None:
    """Release all of them as one assignment, and hand in what the two learners did."""
    shutil.copy(_FILES / "autotests.yml", course.folder / "autotests.yml")
    picture = (_DOCS / "source" / "ps1" / "jupyter.png").read_bytes()
    course.release(
        {one.name: _for_python3(one.source) for one in NOTEBOOKS}, {"jupyter.png": picture}
    )
    for student in ("bitdiddle", "hacker"):
        place = course.submitted(student)
        place.mkdir(parents=True)
        for one in NOTEBOOKS:
            found = getattr(one, student) or course.folder / "release" / "ps1" / f"{one.name}.ipynb"
            shutil.copyfile(found, place / f"{one.name}.ipynb")


def _for_python3(path: Path) -> Any:
    """Some of these notebooks were written for a kernel called "python"."""
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata["kernelspec"] = {
        "name": "python3",
        "display_name": "Python 3",
        "language": "python",
    }
    return notebook
