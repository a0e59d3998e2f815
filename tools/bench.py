"""A course directory with submissions from the bank, to measure on: ``python -m tools.bench``."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from fairmark.bench import compare, graded_by_fairmark
from fairmark.intake import grade_id, is_answer
from tools.build import ROOT
from tools.demo import ASSIGNMENT, BANK, nbgrader

#: Exercise -> the cell in which it is answered.
CELLS = {
    "throttle.allowed": "allowed",
    "throttle.burst_times": "burst-times",
    "throttle.simple_window": "simple-window",
    "throttle.sliding_window": "sliding-window",
    "further.token_bucket": "token-bucket",
    "further.wait_before_retry": "wait-before-retry",
    "gate.three_limits": "gate",
    "queueing.next_to_send": "next-to-send",
}
#: Bank files that run into a limit: measured apart, since both sides then only wait.
ENDLESS = ("endless", "wall_clock")


def make_bank_course(folder: Path, most: int = 0, each: int = 1) -> int:
    """Lay a course whose learners hand in one file of the bank each; how many there are.

    Every file is handed in by ``each`` learners.
    """
    source = folder / "solutions" / ASSIGNMENT
    source.mkdir(parents=True)
    shutil.copy2(ROOT / "solutions" / ASSIGNMENT / "build.ipynb", source)
    shutil.copy2(ROOT / "nbgrader_config.py", folder)
    nbgrader(folder, "generate_assignment", ASSIGNMENT, "--create", "--force")
    solution = nbformat.read(source / "build.ipynb", as_version=4)
    released = (folder / "course" / ASSIGNMENT / "build.ipynb").read_text(encoding="utf-8")
    files = [
        file
        for exercise in CELLS
        for kind in ("right", "wrong")
        for file in sorted((BANK / exercise / kind).glob("*.py"))
        if not any(word in file.stem for word in ENDLESS)
    ]
    if most:
        files = files[:: max(1, len(files) // most)][:most]
    files *= each
    for number, file in enumerate(files):
        notebook = _answered(nbformat.reads(released, as_version=4), solution, file)
        place = folder / "submitted" / f"s{number:03}" / ASSIGNMENT
        place.mkdir(parents=True)
        nbformat.write(notebook, place / "build.ipynb")
        (place / "timestamp.txt").write_text("2026-11-23 10:00:00 UTC\n")
    return len(files)


def _answered(notebook: NotebookNode, solution: NotebookNode, file: Path) -> NotebookNode:
    right = {grade_id(cell): cell.source for cell in solution.cells}
    own = CELLS[file.parent.parent.name]
    for cell in notebook.cells:
        name = grade_id(cell)
        if name and is_answer(cell):
            cell.source = file.read_text(encoding="utf-8") if name == own else right[name]
    return notebook


def scale(folder: Path, sizes: list[int]) -> None:
    """Grade classes of several sizes with fairmark alone: time a submission, and memory.

    The time for each is counted without that of a class of one, which is mostly the start.
    """
    whole = folder / "submitted"
    handed_in = sorted(whole.iterdir())
    print(f"{'submissions':>12}{'seconds':>9}{'ms each':>9}{'largest process':>17}")
    alone = 0.0
    for size in (1, *sizes):
        course = folder.with_name(f"{folder.name}-{size}")
        shutil.rmtree(course, ignore_errors=True)
        shutil.copytree(folder, course, ignore=shutil.ignore_patterns("submitted"))
        for number in range(size):
            shutil.copytree(handed_in[number % len(handed_in)], course / "submitted" / f"n{number}")
        seconds, megabytes = graded_by_fairmark(course, ASSIGNMENT)
        alone = alone or seconds
        each = (seconds - alone) / max(1, size - 1) * 1000
        print(f"{size:>12}{seconds:>9.1f}{each:>9.1f}{megabytes:>14.0f} MB", flush=True)
        shutil.rmtree(course)


def main() -> int:
    """Measure, print, and write the JSON file if one is asked for; 1 if the scores differ."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("--submissions", type=int, default=0, help="how many of the bank (0: all)")
    parser.add_argument("--scale", type=int, nargs="+", help="fairmark alone, classes so large")
    parser.add_argument("--each", type=int, default=1, help="learners that hand in the same file")
    parser.add_argument("--runs", type=int, default=3, help="runs of fairmark; the median counts")
    parser.add_argument("--json", type=Path, help="write what was measured")
    arguments = parser.parse_args()
    folder = ROOT / "build" / "bench"
    shutil.rmtree(folder, ignore_errors=True)
    count = make_bank_course(folder, arguments.submissions, arguments.each)
    print(f"{count} submissions from the bank")
    if arguments.scale:
        scale(folder, arguments.scale)
        return 0
    bench = compare(folder, ASSIGNMENT, print, arguments.runs)
    print("\n".join(bench.lines()))
    if arguments.json:
        arguments.json.write_text(json.dumps(bench.record(), indent=1) + "\n", encoding="utf-8")
    return 0 if bench.scores_equal else 1


if __name__ == "__main__":
    sys.exit(main())
