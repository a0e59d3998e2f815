"""Stock nbgrader and fairmark on the same submissions, in one run, side by side."""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from fairmark.adopt import SWITCH
from fairmark.course import Course

_Scores = dict[tuple[str, str, str], float | None]


@dataclass(frozen=True)
class Bench:
    """What was measured. Times are in seconds for all submissions, medians where there are more.

    ``fairmark_start`` is what one submission alone takes, nearly all of it the start. ``ratio`` is
    stock's time over fairmark's; ``differences`` are (student, notebook, cell) with
    other scores, ``intended`` those of them that are meant to differ.
    """

    submissions: int
    processors: int
    stock_autograde: float
    stock_feedback: float
    fairmark: float
    fairmark_start: float
    fairmark_runs: tuple[float, ...]
    ratio: float
    scores_equal: bool
    differences: tuple[str, ...]
    peak_megabytes: float

    def lines(self) -> list[str]:
        """For a person."""
        stock = self.stock_autograde + self.stock_feedback

        def each(seconds: float) -> str:
            return f"{1000 * seconds / self.submissions:.0f}"

        stocks = f"{each(self.stock_autograde)} ms to grade one, {each(self.stock_feedback)} ms"
        alone = f"{self.fairmark_start:.1f} s for one alone, mostly the start"
        return [
            f"{self.submissions} submissions, {self.processors} processors",
            f"stock nbgrader: {self.submissions / stock:.2f} submissions a second",
            f"fairmark:       {self.submissions / self.fairmark:.2f} submissions a second",
            f"ratio:          {self.ratio:.1f}",
            f"stock's time:    {stocks} for its feedback",
            f"fairmark's time: {alone}, {self.each_ms:.1f} ms for each further one",
            f"peak memory of the largest process: {self.peak_megabytes:.0f} MB",
            *(f"other score: {difference}" for difference in self.differences),
        ]

    @property
    def each_ms(self) -> float:
        """Milliseconds that fairmark takes for each submission after the first."""
        return (self.fairmark - self.fairmark_start) / max(1, self.submissions - 1) * 1000

    def record(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return asdict(self)


class BenchError(Exception):
    """One of the two did not run to its end; the message holds the end of what it said."""


def compare(course_dir: Path, assignment: str, say: Callable[[str], None], runs: int = 3) -> Bench:
    """Grade copies of the course, once with stock nbgrader, ``runs`` times with fairmark.

    Both write gradebook, autograded notebooks and feedback pages. Raises BenchError, or CourseError
    if nothing was handed in.
    """
    Course(course_dir).expect_submissions(assignment)
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(folder) / name for name in ("stock", *(f"fairmark{n}" for n in range(runs)))]
        for copy in copies:
            shutil.copytree(course_dir, copy)
            for made in ("autograded", "feedback"):
                shutil.rmtree(copy / made, ignore_errors=True)
        stock, *ours = copies
        count = len(list(Course(stock).submissions(assignment)))
        times: list[float] = []
        peak = 0.0
        first = next(Course(stock).submissions(assignment)).student
        start, _ = graded_by_fairmark(ours[0], assignment, first)
        for number, copy in enumerate(ours, start=1):
            seconds, peak = graded_by_fairmark(copy, assignment)
            times.append(seconds)
            say(f"fairmark, run {number}: {count} submissions in {seconds:.2f} s")
        graded = _run(["-m", "nbgrader", "autograde", assignment], stock)
        say(f"nbgrader autograde: {graded:.1f} s")
        feedback = _run(["-m", "nbgrader", "generate_feedback", assignment], stock)
        say(f"nbgrader generate_feedback: {feedback:.1f} s")
        theirs, mine = _scores(stock, assignment), _scores(ours[-1], assignment)
        differences = tuple(
            f"{'/'.join(key)}: stock {theirs.get(key)}, fairmark {mine.get(key)}"
            for key in sorted(theirs.keys() | mine.keys())
            if theirs.get(key) != mine.get(key)
        )
        median = statistics.median(times)
        return Bench(
            count,
            os.cpu_count() or 1,
            graded,
            feedback,
            median,
            start,
            tuple(times),
            (graded + feedback) / median,
            not differences,
            differences,
            peak,
        )


def graded_by_fairmark(copy: Path, assignment: str, students: str = "*") -> tuple[float, float]:
    """Seconds for the submissions, and the megabytes of the largest process. Raises BenchError."""
    command = ["-m", "fairmark.cli", "grade", assignment, "--course-dir", str(copy), "--force"]
    command += ["--student", students]
    seconds = _run(command, copy, allowed=(0, 1))
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _run(arguments: list[str], folder: Path, allowed: tuple[int, ...] = (0,)) -> float:
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    started = time.perf_counter()
    done = subprocess.run(  # noqa: S603  (our own command)
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ | {"PATH": programs, SWITCH: "off"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in allowed:
        raise BenchError(f"{' '.join(arguments)} failed:\n{(done.stdout + done.stderr)[-2000:]}")
    return time.perf_counter() - started


def _scores(folder: Path, assignment: str) -> _Scores:
    with Course(folder).gradebook() as gradebook:
        return {
            (submission.student.id, notebook.name, grade.name): grade.score
            for submission in gradebook.assignment_submissions(assignment)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }
