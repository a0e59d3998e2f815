"""How long recording takes: ``python -m tests.fairmark.record.speed [SUBMISSIONS]``."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat

from fairmark.intake import grade_id, take
from fairmark.judge.cells import Judged
from fairmark.judge.notebook import Graded
from fairmark.record.feedback import write_feedback
from fairmark.record.gradebook import Recorder
from fairmark.record.notebooks import given_sources, write_autograded
from sendwell.checks.notebook import run_here
from sendwell.checks.suite import find_suite
from tests.course import ASSIGNMENT, SHARED, Course


def judge(course: Course) -> Graded:
    """m03's build notebook with the right answers; visible suites only, the others full marks."""
    released = nbformat.read(course.released, as_version=4)
    data = course.write(course.folder / "right.ipynb", {}).read_bytes()
    notebook = take(data, released).notebook
    assert notebook is not None
    names: dict[str, Any] = {}
    judged: dict[str, Judged] = {}
    for cell in notebook.cells:
        mark = cell.metadata.get("nbgrader", {})
        if cell.cell_type != "code":
            continue
        if not mark.get("grade"):
            exec(cell.source, names)
            continue
        points = float(mark["points"])
        found = cell.source.split('"')
        if cell.source.startswith("check("):
            report = run_here(find_suite(found[1]), names)
            bundle = report._repr_mimebundle_()
            output = nbformat.v4.new_output("execute_result", data=bundle, execution_count=1)
            cell.outputs = [output]
            checks = tuple(report.record()["checks"])
            made = Judged(grade_id(cell), report.points, points, checks, (output,), report=report)
        else:
            check = {"title": "x", "verdict": "passed", "points": points, "most": points}
            made = Judged(grade_id(cell), points, points, ({**check, "message": ""},), ())
        judged[grade_id(cell)] = made
    return Graded(course.notebook, notebook, (), judged)


def median_of(step: Callable[[int], object], count: int) -> float:
    """Milliseconds."""
    times: list[float] = []
    for number in range(count):
        started = time.perf_counter()
        step(number)
        times.append(time.perf_counter() - started)
    return 1_000 * statistics.median(times)


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ[SHARED] = folder
        course = Course(Path(folder) / "course")
        graded = judge(course)
        given = given_sources(nbformat.read(course.released, as_version=4))
        out = Path(folder)
        with Recorder(f"sqlite:///{course.folder}/gradebook.db", "sendwell", ASSIGNMENT) as to:
            steps: dict[str, Callable[[int], object]] = {
                "record, new": lambda n: to.record(f"s{n}", [graded], "2026-02-03 15:30:00 UTC"),
                "record, again": lambda n: to.record(f"s{n}", [graded], "2026-02-03 15:30:00 UTC"),
                "autograded notebook": lambda n: write_autograded(
                    out / f"s{n}" / "build.ipynb", graded, given=given
                ),
                "feedback page": lambda n: write_feedback(
                    out / f"s{n}", f"s{n}", ASSIGNMENT, graded, given=given
                ),
            }
            for name, step in steps.items():
                print(f"{name:<20} {median_of(step, count):6.2f} ms, median of {count}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
