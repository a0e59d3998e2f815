"""Grade a class of six: ``python -m tools.demo``.

Everything happens in build/demo, a course directory of its own: nbgrader releases, six sample
learners hand in, fairmark grades into nbgrader's gradebook and writes feedback pages; then a table
of who got what and why.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from rich.console import Console
from rich.table import Table

from fairmark.course import Course
from fairmark.grade import Options, Summary, grade
from fairmark.intake import grade_id, is_answer
from fairmark.results import Mark, read_marks
from tools.build import ROOT, nbgrader_environment

ASSIGNMENT = "m03-throttle"
BANK = ROOT / "tests" / "bank"


@dataclass(frozen=True)
class Sample:
    """A sample learner: which answers are right, which are another file's text, and what else.

    ``spoil`` turns the bytes of the finished notebook called ``spoiled`` into what is handed in.
    """

    name: str
    about: str
    right: bool = True
    instead: dict[str, str] = field(default_factory=dict)
    spoiled: str = ""
    spoil: Callable[[bytes], bytes] = bytes


def _no_notebook(_: bytes) -> bytes:
    return b"Dear teacher, my notebook would not save, so here is my answer as text.\n"


def _without_a_check(data: bytes) -> bytes:
    notebook = nbformat.reads(data.decode(), as_version=4)
    notebook.cells = [c for c in notebook.cells if grade_id(c) != "check-sliding-window"]
    return nbformat.writes(notebook).encode()


def _with_a_mark(data: bytes) -> bytes:
    return b"\xef\xbb\xbf" + data


CLASS = (
    Sample("ada", "everything right"),
    Sample(
        "ben",
        "partly right",
        instead={
            "allowed": "throttle.allowed/wrong/closed_old_end.py",
            "sliding-window": "throttle.sliding_window/wrong/retry_one_too_little.py",
        },
    ),
    Sample("cleo", "handed in as it was released", right=False),
    Sample("dan", "one file is no notebook", spoiled="build", spoil=_no_notebook),
    Sample("eva", "a check deleted", spoiled="build", spoil=_without_a_check),
    Sample("finn", "byte order mark", spoiled="build", spoil=_with_a_mark),
)


def make_course(folder: Path) -> None:
    """Lay an nbgrader course directory with our assignment and its six learners; release it."""
    source = folder / "solutions" / ASSIGNMENT
    source.mkdir(parents=True)
    for notebook in (ROOT / "solutions" / ASSIGNMENT).glob("*.ipynb"):
        shutil.copy2(notebook, source)
    shutil.copy2(ROOT / "nbgrader_config.py", folder)
    nbgrader(folder, "generate_assignment", ASSIGNMENT, "--create", "--force")


def hand_in(folder: Path) -> None:
    """Let the six write their answers and hand in."""
    for sample in CLASS:
        place = folder / "submitted" / sample.name / ASSIGNMENT
        place.mkdir(parents=True)
        (place / "timestamp.txt").write_text("2026-11-23 10:00:00 UTC\n")
        for path in sorted((folder / "course" / ASSIGNMENT).glob("*.ipynb")):
            solution = nbformat.read(folder / "solutions" / ASSIGNMENT / path.name, as_version=4)
            notebook = answered(nbformat.read(path, as_version=4), solution, sample)
            data = nbformat.writes(notebook).encode()
            if path.stem == sample.spoiled:
                data = sample.spoil(data)
            (place / path.name).write_bytes(data)


def answered(notebook: NotebookNode, solution: NotebookNode, sample: Sample) -> NotebookNode:
    """The released ``notebook`` with the sample learner's answers written in."""
    right = {grade_id(cell): cell.source for cell in solution.cells}
    for cell in notebook.cells:
        name = grade_id(cell)
        if name and is_answer(cell) and name in sample.instead:
            cell.source = (BANK / sample.instead[name]).read_text()
        elif name and is_answer(cell) and sample.right:
            cell.source = right[name]
    return notebook


def nbgrader(folder: Path, *arguments: str) -> None:
    """Run nbgrader in ``folder``; what it prints goes to build/demo/nbgrader.log.

    Raises SystemExit, with the end of the log, if nbgrader fails.
    """
    log = folder / "nbgrader.log"
    with log.open("a") as file:
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", *arguments],
            cwd=folder,
            env=nbgrader_environment(),
            stdout=file,
            stderr=file,
            check=False,
        )
    if done.returncode:
        tail = "\n".join(log.read_text().splitlines()[-15:])
        sys.exit(f"nbgrader {' '.join(arguments)} failed; the end of {log}:\n{tail}")


def why(marks: list[Mark], findings: list[str]) -> str:
    """What was found at intake, then what cost points: a line an exercise."""
    lines = list(findings)
    for mark in marks:
        written = [missed for missed in mark.missed if missed.verdict != "missing"]
        if unwritten := len(mark.missed) - len(written):
            lines.append(f"{mark.notebook}: not written yet ({unwritten} checks)")
        for suite in dict.fromkeys(missed.suite for missed in written):
            titles = [missed.title for missed in written if missed.suite == suite]
            more = f", and {len(titles) - 1} more" if len(titles) > 1 else ""
            lines.append(f'{suite.partition(".")[2]}: failed "{titles[0]}"{more}')
    return "\n".join(lines) or "every check passed"


def table(marks: list[Mark], findings: dict[str, list[str]]) -> Table:
    """Who got what, and why."""
    names = sorted({mark.notebook for mark in marks})
    shown = Table(title=f"{ASSIGNMENT}: who got what, and why", show_lines=True)
    shown.add_column("learner", no_wrap=True)
    for name in names:
        shown.add_column(name, justify="right", no_wrap=True)
    shown.add_column("why")
    for sample in CLASS:
        own = {mark.notebook: mark for mark in marks if mark.student == sample.name}
        scores = [_score(own.get(name)) for name in names]
        reason = why(list(own.values()), findings.get(sample.name, []))
        shown.add_row(f"{sample.name}\n[dim]{sample.about}[/]", *scores, reason)
    return shown


def _score(mark: Mark | None) -> str:
    if mark is None or mark.score is None:
        return "no score"
    return f"{mark.score:g} of {mark.most:g}"


def main() -> None:
    """Run the whole story, with a line a step."""
    parser = argparse.ArgumentParser(prog="python -m tools.demo", description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "demo")
    folder = parser.parse_args().folder
    console = Console()
    console.width = max(console.width, 100)
    if folder.exists():
        if any(folder.iterdir()) and not (folder / "nbgrader_config.py").is_file():
            sys.exit(f"{folder} holds something else; name an empty folder with --folder.")
        shutil.rmtree(folder)
    summaries: list[Summary] = []

    def grading() -> None:
        summaries.append(grade(Course(folder), ASSIGNMENT, Options(), lambda *_: None))

    steps: list[tuple[str, Callable[[], None]]] = [
        ("Releasing the assignment", lambda: make_course(folder)),
        ("Six learners hand in", lambda: hand_in(folder)),
        ("Grading, isolated, and writing feedback", grading),
    ]
    for number, (title, step) in enumerate(steps, start=1):
        started = time.perf_counter()
        console.print(f"{number}/{len(steps)} {title} ...", end=" ")
        step()
        console.print(f"{time.perf_counter() - started:.1f} s")
    summary = summaries[0]
    console.print(f"Isolation: rung {summary.rung}")
    console.print(table(read_marks(folder, ASSIGNMENT), summary.findings))
    console.print(f"Feedback pages: {folder}/feedback/<learner>/{ASSIGNMENT}/")


if __name__ == "__main__":
    main()
