"""Read back from an nbgrader course directory who got what, and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import MissingEntry

from fairmark.course import Course
from sendwell.checks.report import MIMETYPE


@dataclass(frozen=True)
class Missed:
    """A check that a learner did not pass, as the autograded notebook shows it."""

    suite: str
    title: str
    verdict: str
    message: str


@dataclass(frozen=True)
class Mark:
    """What a learner has for one notebook; ``score`` is None if it was never graded."""

    student: str
    notebook: str
    score: float | None
    most: float
    missed: tuple[Missed, ...]


def read_marks(course: Path, assignment: str) -> list[Mark]:
    """Every student's mark for every notebook of ``assignment``, sorted by student and notebook.

    Scores come from the gradebook. What was missed comes from the outputs of the autograded
    notebook, where a learner's code could have written too: it explains, it decides nothing.
    """
    marks: list[Mark] = []
    described = Course(course)
    with described.gradebook() as gradebook:
        found = gradebook.find_assignment(assignment)
        notebooks = sorted((notebook.name, notebook.max_score) for notebook in found.notebooks)
        for student in sorted(student.id for student in gradebook.students):
            for name, most in notebooks:
                try:
                    graded = gradebook.find_submission_notebook(name, assignment, student)
                    score = graded.score
                except MissingEntry:
                    score = None
                path = described.folder("autograded", student, assignment) / f"{name}.ipynb"
                marks.append(Mark(student, name, score, most, _missed(path)))
    return marks


def _missed(path: Path) -> tuple[Missed, ...]:
    if not path.is_file():
        return ()
    notebook = nbformat.read(path, as_version=4)
    return tuple(
        Missed(report["suite"], check["title"], check["verdict"], check["message"])
        for report in map(_report, notebook.cells)
        for check in report.get("checks", [])
        if check["verdict"] != "passed"
    )


def _report(cell: Any) -> dict[str, Any]:
    for output in cell.get("outputs", []):
        if MIMETYPE in output.get("data", {}):
            return dict(output.data[MIMETYPE])
    return {}
