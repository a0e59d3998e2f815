"""A real nbgrader course directory for tests, with submissions that a test describes."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import nbformat

from fairmark.intake import grade_id, is_answer
from tests.program import nbgrader
from tools.build import ROOT

ASSIGNMENT = "m03-throttle"
#: The environment variable that names the folder which all workers of a run of the tests share.
SHARED = "SENDWELL_TESTS_SHARED"


class Course:
    """An nbgrader course in ``folder`` that has released one notebook, of m03 unless told."""

    def __init__(self, folder: Path, notebook: str = "build", assignment: str = ASSIGNMENT) -> None:
        self.folder = folder
        self.notebook = notebook
        self.assignment = assignment
        shutil.copytree(released(notebook, assignment), folder, dirs_exist_ok=True)
        author = nbformat.read(
            folder / "solutions" / assignment / f"{notebook}.ipynb", as_version=4
        )
        self.right = {grade_id(c): c.source for c in author.cells if grade_id(c)}

    @property
    def released(self) -> Path:
        """The learner's copy."""
        return self.folder / "course" / self.assignment / f"{self.notebook}.ipynb"

    def write(self, path: Path, answers: dict[str, str], *, right: bool = True) -> Path:
        """A finished notebook: our solution, or the stubs, with ``answers`` in their place."""
        notebook = nbformat.read(self.released, as_version=4)
        for cell in notebook.cells:
            name = grade_id(cell)
            if name and (is_answer(cell) or name in answers):
                cell.source = answers.get(name, self.right[name] if right else cell.source)
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, path)
        return path

    def submit(self, student: str, answers: dict[str, str], *, right: bool = True) -> None:
        """Lay a submission where nbgrader looks for it."""
        place = self.folder / "submitted" / student / self.assignment / f"{self.notebook}.ipynb"
        self.write(place, answers, right=right)

    def run(self, *arguments: str) -> str:
        """Run nbgrader here; its output, or a failure of the test that shows it."""
        return nbgrader(self.folder, *arguments)


def released(notebook: str, assignment: str) -> Path:
    """A course that has released the notebook, to be copied."""

    def make(place: Path) -> None:
        source = place / "solutions" / assignment
        source.mkdir(parents=True)
        shutil.copy2(ROOT / "solutions" / assignment / f"{notebook}.ipynb", source)
        shutil.copy2(ROOT / "nbgrader_config.py", place)
        nbgrader(place, "generate_assignment", assignment, "--create")

    return once(f"{assignment}-{notebook}", make)


def quickstart() -> Path:
    """The course that nbgrader's quickstart makes, its ps1 released and nothing handed in yet."""

    def make(place: Path) -> None:
        nbgrader(place, "quickstart", "c1")
        nbgrader(place / "c1", "generate_assignment", "ps1")
        shutil.rmtree(place / "c1" / "submitted", ignore_errors=True)

    return once("quickstart", make) / "c1"


def once(name: str, make: Callable[[Path], None]) -> Path:
    """A folder that ``make`` fills, once for all workers of a run of the tests."""
    shared = Path(os.environ[SHARED])
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / name).exists():
            half = Path(tempfile.mkdtemp(dir=shared))
            make(half)
            half.rename(shared / name)
    return shared / name
