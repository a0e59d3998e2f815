"""The command ``fairmark``."""

from __future__ import annotations

import gc
import json
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from fairmark.ahead import read_likely
from fairmark.launch import LaunchError
from fairmark.pool import start_pool
from fairmark.rungs import probe

if TYPE_CHECKING:
    from fairmark.grade import Summary

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Grade Jupyter notebooks that strangers handed in, in any nbgrader course.",
)
Seconds = Annotated[float, typer.Option(help="seconds for a whole submission")]
Megabytes = Annotated[int, typer.Option(help="megabytes for a whole submission")]
Suites = Annotated[
    Path | None, typer.Option(help="folder of unseen checks", exists=True, file_okay=False)
]
#: With less not even Python and what it imports always starts.
LEAST_MEGABYTES = 64
output = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
errors = Console(stderr=True)


@app.callback()
def main() -> None:
    """Grade Jupyter notebooks that strangers handed in, in any nbgrader course."""


@app.command(name="grade")
def grade_command(
    assignment: Annotated[str, typer.Argument(help="the assignment's name")],
    course_dir: Annotated[Path, typer.Option(help="the nbgrader course directory")] = Path(),
    student: Annotated[str, typer.Option(help="only students that this pattern fits")] = "*",
    jobs: Annotated[int, typer.Option(help="submissions at once; 0: one more than processors")] = 0,
    time_limit: Seconds = 60.0,
    memory_limit: Megabytes = 1024,
    isolation: Annotated[str | None, typer.Option(help="rung a, b or c; else the best")] = None,
    unsafe: Annotated[bool, typer.Option("--unsafe", help="run without isolation")] = False,
    suites: Suites = None,
    strict: Annotated[bool, typer.Option("--strict", help="no points for forgeable tests")] = False,
    json_file: Annotated[
        Path | None, typer.Option("--json", help="a record a check, of all")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="also what has not changed")] = False,
) -> None:
    """Grade everything that was handed in into nbgrader's gradebook.

    Exit code 0: every submission got a verdict. 1: some did not; they are named. 2: nothing could
    be graded.
    """
    if unsafe and isolation:
        _stop("--unsafe and --isolation contradict each other; give one.")
    _see_limits(time_limit, memory_limit)
    if jobs < 0:
        _stop("--jobs must be 0 or more.")
    started = time.monotonic()
    rung = "unsafe" if unsafe else isolation
    # The judges get ready while nbgrader is imported, which takes a second.
    likely = read_likely(course_dir.glob(f"*/{assignment}/*.ipynb"))
    pool = start_pool(rung, time_limit, memory_limit, suites, likely)
    gc.disable()
    from fairmark.course import Course  # noqa: PLC0415
    from fairmark.grade import Options, grade  # noqa: PLC0415

    gc.freeze()  # what was imported stays
    gc.set_threshold(50_000, 20, 50)
    gc.enable()
    options = Options(
        student,
        jobs,
        time_limit,
        memory_limit,
        rung,
        suites,
        strict=strict,
        force=force,
        every_record=json_file is not None,
    )
    with (
        _in_a_sentence(),
        pool,
        Progress(
            TextColumn("Grading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=errors,
        ) as bar,
    ):
        line = bar.add_task("grading", total=None, rate="")

        def progress(done: int, of: int) -> None:
            rate = done / (time.monotonic() - started)
            bar.update(line, completed=done, total=of, rate=f"{rate:.1f} a second")

        summary = grade(Course(course_dir), assignment, options, progress, pool, _note)
    _tell(summary, time.monotonic() - started)
    if json_file:
        _write(json_file, summary.records)
    raise typer.Exit(1 if summary.failed else 0)


@app.command(name="feedback")
def feedback_command(
    assignment: Annotated[str, typer.Argument(help="the assignment's name")],
    course_dir: Annotated[Path, typer.Option(help="the nbgrader course directory")] = Path(),
    student: Annotated[str, typer.Option(help="only students that this pattern fits")] = "*",
) -> None:
    """Write the feedback pages again, with what people gave by hand; nothing is judged.

    Exit code 0: every submission has its pages. 1: some have not; they are named. 2: none has.
    """
    from fairmark.course import Course  # noqa: PLC0415
    from fairmark.grade import feedback  # noqa: PLC0415

    with _in_a_sentence():
        written, failed = feedback(Course(course_dir), assignment, student, _note)
    output.print(f"feedback pages written for {len(written)}; nothing was judged again")
    if failed:
        output.print("No pages:")
    for one, reason in sorted(failed.items()):
        output.print(f"  {one}: {reason}")
    raise typer.Exit(1 if failed else 0)


@app.command(name="explain")
def explain_command(
    student: Annotated[str, typer.Argument(help="the student's folder in submitted/")],
    check: Annotated[str, typer.Argument(help="part of a test cell's or check's name")] = "",
    assignment: Annotated[str, typer.Option(help="needed if several were handed in")] = "",
    course_dir: Annotated[Path, typer.Option(help="the nbgrader course directory")] = Path(),
    time_limit: Seconds = 60.0,
    memory_limit: Megabytes = 1024,
    isolation: Annotated[str | None, typer.Option(help="rung a, b or c; else the best")] = None,
    suites: Suites = None,
) -> None:
    """Judge a submission again and show everything, to the instructor only; nothing is recorded.

    With CHECK also the test itself. Exit code 2: there is nothing to explain.
    """
    from fairmark.course import Course  # noqa: PLC0415
    from fairmark.explain import explain, only_assignment  # noqa: PLC0415
    from fairmark.grade import Options  # noqa: PLC0415

    _see_limits(time_limit, memory_limit)
    options = Options(student, 1, time_limit, memory_limit, isolation, suites)
    with _in_a_sentence():
        course = Course(course_dir)
        for line in explain(course, assignment or only_assignment(course, student), check, options):
            output.print(line)


@app.command()
def doctor() -> None:
    """Say which isolation this machine offers, by trying it: what is missing, how to get it.

    Exit code 0: at least one rung holds. 1: none does.
    """
    reports = probe()
    for report in reports:
        word = "holds" if report.available else "does not hold here"
        output.print(f"rung {report.rung}: {word} ({report.description})")
        for name, value in report.facts:
            output.print(f"    {name}: {value}")
        for missing in report.missing:
            output.print(f"    missing: {missing}")
        for advice in report.how:
            output.print(f"    how to get it: {advice}")
    held = [report.rung for report in reports if report.available]
    if held:
        output.print(f"fairmark grade uses rung {held[0]}.")
        return
    output.print("fairmark grade refuses to run here, unless you say --unsafe.")
    raise typer.Exit(1)


@app.command()
def bench(
    assignment: Annotated[str, typer.Argument(help="the assignment's name")],
    course_dir: Annotated[Path, typer.Option(help="a course with submissions")] = Path(),
    runs: Annotated[int, typer.Option(help="runs of fairmark; the median counts")] = 3,
    json_file: Annotated[Path | None, typer.Option("--json", help="what was measured")] = None,
) -> None:
    """Measure stock nbgrader and fairmark on copies of a course, in one run.

    Exit code 0: both gave the same scores. 1: they did not. 2: one did not run.
    """
    from fairmark.bench import BenchError, compare  # noqa: PLC0415

    try:
        with _in_a_sentence():
            measured = compare(course_dir, assignment, output.print, runs)
    except BenchError as error:
        _stop(str(error))
    for line in measured.lines():
        output.print(line)
    if json_file:
        _write(json_file, measured.record())
    raise typer.Exit(0 if measured.scores_equal else 1)


def _see_limits(seconds: float, megabytes: int) -> None:
    if not 0 < seconds < math.inf:
        _stop("--time-limit must be more than 0 seconds, and end.")
    if megabytes < LEAST_MEGABYTES:
        _stop(f"--memory-limit must be at least {LEAST_MEGABYTES} megabytes: Python needs them.")


def _tell(summary: Summary, seconds: float) -> None:
    for warning in summary.warnings:
        output.print(f"warning: {warning}")
    if summary.taken_up:
        output.print(f"{len(summary.taken_up)} taken up from a run that was interrupted")
    output.print(
        f"{len(summary.graded)} graded in {seconds:.1f} s, {len(summary.unchanged)} unchanged, "
        f"isolation: rung {summary.rung}"
    )
    for student, findings in sorted(summary.findings.items()):
        for finding in findings:
            output.print(f"  {student}: {finding}")
    for notebook, cell in sorted(summary.forgeable):
        output.print(f"  {notebook}: {cell} runs beside learner code and can be forged")
    if summary.failed:
        output.print("No verdict:")
    for student, reason in sorted(summary.failed.items()):
        output.print(f"  {student}: {reason}")


def _write(path: Path, records: Any) -> None:
    from fairmark.record.files import stage  # noqa: PLC0415

    with _in_a_sentence():
        stage(path, json.dumps(records, indent=1) + "\n", 644).publish()


@contextmanager
def _in_a_sentence() -> Iterator[None]:
    """End with exit code 2 and the sentence of what is foreseen to go wrong."""
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415

    from fairmark.course import CourseError  # noqa: PLC0415
    from fairmark.judge.notebook import InternalError  # noqa: PLC0415
    from fairmark.record.errors import RecordError  # noqa: PLC0415
    from sendwell.checks import SuiteError  # noqa: PLC0415

    try:
        yield
    except (CourseError, InternalError, LaunchError, RecordError, SuiteError, OSError) as error:
        _stop(str(error))
    except SQLAlchemyError as error:
        _stop(f"The gradebook does not work: {str(error).splitlines()[0]}")


def _note(sentence: str) -> None:
    errors.print(sentence, markup=False, highlight=False, soft_wrap=True)


def _stop(sentence: str) -> NoReturn:
    errors.print(sentence, style="bold", markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(2)


if __name__ == "__main__":
    app()
