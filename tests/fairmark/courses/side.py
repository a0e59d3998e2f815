"""One course, graded twice: a copy by stock nbgrader, a copy by fairmark, at the same time."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook

from fairmark.intake import grade_id
from tests.program import program

ASSIGNMENT = "ps1"
#: (student, notebook, cell) -> points, as nbgrader counts them
Scores: TypeAlias = dict[tuple[str, str, str], float]


def mark(name: str, **more: Any) -> dict[str, Any]:
    """A cell's metadata, as nbgrader's create-assignment bar writes it."""
    base = {"grade": False, "solution": False, "locked": False, "task": False}
    return {"nbgrader": {**base, "schema_version": 3, "grade_id": name, **more}}


def answer(name: str, solution: str) -> Any:
    """A cell in which learners write."""
    text = f"### BEGIN SOLUTION\n{solution}\n### END SOLUTION"
    return new_code_cell(text, metadata=mark(name, solution=True))


def test_cell(name: str, points: float, source: str) -> Any:
    """A test cell."""
    return new_code_cell(source, metadata=mark(name, grade=True, locked=True, points=points))


test_cell.__test__ = False  # type: ignore[attr-defined]


def book(*cells: Any) -> Any:
    """A notebook for Python."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    texts = [new_markdown_cell(one) if isinstance(one, str) else one for one in cells]
    return new_notebook(cells=texts, metadata={"kernelspec": kernel})


@dataclass
class Side:
    """What one of the two graders came to."""

    folder: Path
    returncode: int
    said: str
    scores: Scores = field(default_factory=dict)
    waiting: set[tuple[str, str, str]] = field(default_factory=set)
    penalties: dict[tuple[str, str], float] = field(default_factory=dict)
    records: list[dict[str, Any]] = field(default_factory=list)

    def of(self, student: str) -> dict[str, float]:
        """A student's points by cell; cells of the same name in two notebooks must not be."""
        return {cell: points for (who, _, cell), points in self.scores.items() if who == student}


class Course:
    """An nbgrader course directory in ``folder``, with one assignment."""

    def __init__(self, folder: Path, config: str = "") -> None:
        self.folder = folder
        self.source.mkdir(parents=True)
        (folder / "nbgrader_config.py").write_text(
            f'c = get_config()\nc.CourseDirectory.course_id = "c1"\n{config}\n'
        )

    @property
    def source(self) -> Path:
        """Where the instructor's notebooks and files lie."""
        return self.folder / "source" / ASSIGNMENT

    def release(
        self, notebooks: dict[str, Any], files: dict[str, str | bytes] | None = None
    ) -> None:
        """Write the notebooks and the files beside them, and release them."""
        for name, notebook in notebooks.items():
            nbformat.write(notebook, self.source / f"{name}.ipynb")
        write(self.source, files or {})
        self.nbgrader("generate_assignment", ASSIGNMENT, "--create", "--force")

    def submitted(self, student: str) -> Path:
        """Where a student's work lies."""
        return self.folder / "submitted" / student / ASSIGNMENT

    def submit(
        self,
        student: str,
        answers: dict[str, str] | None = None,
        *,
        right: bool = True,
        change: Callable[[Any], None] | None = None,
        files: dict[str, str | bytes] | None = None,
    ) -> None:
        """Hand in the solution (or the stubs), with ``answers`` by grade_id, then ``change``d.

        Files of the release come along, as they do when learners fetch an assignment.
        """
        place = self.submitted(student)
        shutil.copytree(self.folder / "release" / ASSIGNMENT, place)
        for path in place.glob("*.ipynb"):
            path.chmod(0o644)
            notebook = nbformat.read(path, as_version=4)
            solved = nbformat.read(self.source / path.name, as_version=4)
            whole = {grade_id(cell): cell.source for cell in solved.cells if grade_id(cell)}
            for cell in notebook.cells:
                name = grade_id(cell)
                if right and name and cell.metadata.nbgrader.get("solution"):
                    cell.source = whole[name]
                if name and name in (answers or {}):
                    cell.source = (answers or {})[name]
            if change:
                change(notebook)
            path.write_text(json.dumps(notebook))
        write(place, files or {})

    def nbgrader(self, *arguments: str, allowed: Iterable[int] = (0,)) -> str:
        """What nbgrader says."""
        done = program(self.folder, "nbgrader", *arguments)
        assert done.returncode in allowed, done.stdout + done.stderr
        return done.stdout + done.stderr


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    """Files by their path inside ``folder``."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


#: What nbgrader says if a kernel did not come up, as happens on a busy machine.
_NOT_UP = ("before replying to kernel_info", "didn't respond in", "Address already in use")


def _stock(folder: Path, assignment: str, runs: Iterable[str]) -> tuple[int, str]:
    """Run nbgrader once for each pattern of students, whatever comes of each run.

    Again where a kernel did not come up: whoever has been graded is left alone then.
    """
    worst, said = 0, ""
    for who in runs:
        command = ("nbgrader", "autograde", assignment, f"--student={who}")
        done = program(folder, *command)
        if any(words in done.stderr for words in _NOT_UP):
            said += done.stderr
            done = program(folder, *command)
        worst = max(worst, abs(done.returncode))
        said += done.stdout + done.stderr
    return worst, said


def grade_both(
    course: Path, *options: str, assignment: str = ASSIGNMENT, runs: Iterable[str] = ("*",)
) -> tuple[Side, Side]:
    """What stock nbgrader and fairmark (with ``options``) make of copies of ``course``.

    Stock nbgrader is run once for each pattern of students in ``runs``.
    """
    stock, ours = course.with_name("stock"), course.with_name("fairmark")
    for folder in (stock, ours):
        shutil.copytree(course, folder)
    with ThreadPoolExecutor() as pool:
        theirs = pool.submit(_stock, stock, assignment, runs)
        command = ("fairmark.cli", "grade", assignment, "--json", "out.json", *options)
        done = program(ours, *command)
        sides = (
            Side(stock, *theirs.result()),
            Side(ours, done.returncode, done.stderr + done.stdout),
        )
    for side in sides:
        read(side, assignment)
    if (ours / "out.json").is_file():
        sides[1].records = json.loads((ours / "out.json").read_text())
    return sides


def read(side: Side, assignment: str = ASSIGNMENT) -> None:
    """Fill in what the gradebook says."""
    with Gradebook(f"sqlite:///{side.folder / 'gradebook.db'}", "c1") as gradebook:
        for submission in gradebook.assignment_submissions(assignment):
            student = submission.student.id
            for notebook in submission.notebooks:
                if notebook.late_submission_penalty:
                    side.penalties[student, notebook.name] = notebook.late_submission_penalty
                for grade in notebook.grades:
                    key = (student, notebook.name, grade.name)
                    side.scores[key] = grade.score
                    if grade.needs_manual_grade:
                        side.waiting.add(key)
