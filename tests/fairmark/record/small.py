"""A small nbgrader course with every kind of cell, and verdicts about its submissions."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook

from fairmark.intake import grade_id, take
from fairmark.judge.cells import Judged
from fairmark.judge.notebook import Graded
from tests.program import nbgrader

COURSE, ASSIGNMENT = "small", "ps1"
NOTEBOOKS = ("one", "two")
CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "small"
c.LateSubmissionPlugin.penalty_method = "zero"
"""
DUE = datetime(2026, 2, 1)  # noqa: DTZ001  (nbgrader keeps UTC without a zone)
ON_TIME, LATE = "2026-01-31 12:00:00 UTC", "2026-02-01 00:00:10 UTC"


def mark(grade_id: str, **more: Any) -> dict[str, Any]:
    base = {"grade": False, "solution": False, "locked": False, "task": False}
    return {"nbgrader": {**base, "schema_version": 3, "grade_id": grade_id, **more}}


def source() -> Any:
    stub = "### BEGIN SOLUTION\n{}\n### END SOLUTION"
    hidden = "### BEGIN HIDDEN TESTS\nassert square(7) == 49, 'seven'\n### END HIDDEN TESTS"
    return new_notebook(
        cells=[
            new_markdown_cell("# Squares\n\n<details><summary>Why?</summary>x</details>"),
            new_code_cell(
                stub.format("def square(x):\n    return x * x"),
                metadata=mark("square", solution=True),
            ),
            new_code_cell(
                "assert square(2) == 4",
                metadata=mark("test-square", grade=True, locked=True, points=2),
            ),
            new_code_cell(
                f"assert square(3) == 9\n{hidden}",
                metadata=mark("test-hidden", grade=True, locked=True, points=3),
            ),
            new_code_cell(
                "min(square(4) / 16 * 1.5, 2)",
                metadata=mark("test-partial", grade=True, locked=True, points=2),
            ),
            new_code_cell(
                stub.format("plot = 1"),
                metadata=mark("plot", grade=True, solution=True, points=4),
            ),
            new_markdown_cell(
                "Our answer", metadata=mark("essay", grade=True, solution=True, points=5)
            ),
            new_markdown_cell(
                "Do something", metadata=mark("task", task=True, locked=True, points=6)
            ),
        ]
    )


class SmallCourse:
    """The course in ``folder``, released."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        place = folder / "source" / ASSIGNMENT
        place.mkdir(parents=True)
        (folder / "nbgrader_config.py").write_text(CONFIG)
        for name in NOTEBOOKS:
            nbformat.write(source(), place / f"{name}.ipynb")
        self.run("generate_assignment", ASSIGNMENT, "--create")
        with self.gradebook() as gradebook:
            gradebook.update_or_create_assignment(ASSIGNMENT, duedate=DUE)
        self.clean = folder / "clean.db"
        shutil.copy(folder / "gradebook.db", self.clean)

    @staticmethod
    def url(path: Path) -> str:
        return f"sqlite:///{path}"

    def gradebook(self, path: Path | None = None) -> Any:
        return Gradebook(self.url(path or self.folder / "gradebook.db"), COURSE)

    def copy(self, folder: Path) -> Path:
        """A gradebook in which nobody has handed in anything."""
        return Path(shutil.copy(self.clean, folder / "gradebook.db"))

    def released(self, name: str) -> Any:
        return nbformat.read(self.folder / "release" / ASSIGNMENT / f"{name}.ipynb", as_version=4)

    def filled_in(self, name: str, answers: dict[str, str]) -> Any:
        notebook = self.released(name)
        for cell in notebook.cells:
            if grade_id(cell) in answers:
                cell.source = answers[grade_id(cell)]
        return notebook

    def submit(self, student: str, timestamp: str | None, **answers: dict[str, str]) -> None:
        place = self.folder / "submitted" / student / ASSIGNMENT
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        if timestamp:
            (place / "timestamp.txt").write_text(timestamp)
        for name, given in answers.items():
            nbformat.write(self.filled_in(name, given), place / f"{name}.ipynb")

    def graded(self, name: str, answers: dict[str, str], points: dict[str, float]) -> Graded:
        """The verdicts of a judge who gives these points."""
        data = nbformat.writes(self.filled_in(name, answers)).encode()
        intake = take(data, self.released(name))
        assert intake.notebook is not None
        judged: dict[str, Judged] = {}
        whole = {grade_id(cell): cell.source for cell in source().cells}
        for cell in intake.notebook.cells:
            given = cell.metadata.get("nbgrader", {})
            if given.get("grade") and not given.get("solution"):
                id_ = given["grade_id"]
                cell.source = whole[id_]
                earned = points.get(id_, 0.0)
                word = "passed" if earned == given["points"] else "wrong answer"
                check = {
                    "title": id_,
                    "verdict": word,
                    "points": earned,
                    "most": given["points"],
                    "message": "seven" if id_ == "test-hidden" else "",
                }
                judged[id_] = Judged(id_, earned, given["points"], (check,), ())
        return Graded(name, intake.notebook, intake.findings, judged)

    def rows(self, path: Path | None = None) -> dict[str, Any]:
        """All that the gradebook says, by student, but for random ids."""
        with self.gradebook(path) as gradebook:
            return {
                one.student.id: {
                    "timestamp": one.timestamp,
                    "score": one.score,
                    "max_score": one.max_score,
                    "needs": one.needs_manual_grade,
                    **{
                        book.name: {
                            "penalty": book.late_submission_penalty,
                            "score": book.score,
                            "failed": book.failed_tests,
                            "grades": {
                                g.name: (
                                    g.auto_score,
                                    g.manual_score,
                                    g.needs_manual_grade,
                                    g.score,
                                )
                                for g in book.grades
                            },
                            "comments": {
                                c.name: (c.auto_comment, c.manual_comment) for c in book.comments
                            },
                        }
                        for book in one.notebooks
                    },
                }
                for one in gradebook.assignment_submissions(ASSIGNMENT)
            }

    def run(self, *arguments: str) -> str:
        return nbgrader(self.folder, *arguments)
