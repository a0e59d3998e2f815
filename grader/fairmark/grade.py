"""Grade an assignment: from what was handed in to the gradebook. The one way, step by step."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import nbformat

from fairmark.course import Course, CourseError, Submission, read_own, setting_of
from fairmark.json_records import no_verdict, records_of
from fairmark.judge.notebook import Budget, Graded
from fairmark.judge.plan import Plan
from fairmark.lock import alone
from fairmark.pool import Done, Pool, start_pool
from fairmark.record.errors import RecordError, RunError
from fairmark.record.gradebook import Recorder, late_plugin, parse_time
from fairmark.record.notebooks import given_sources
from fairmark.record.verdicts import Verdicts
from fairmark.record.writer import Writer
from fairmark.wanted import Wanted, release_mark

#: Seconds for one cell or call, unless the course says something else.
CALL_SECONDS = 10.0


@dataclass(frozen=True)
class Options:
    """What the command line says."""

    students: str = "*"
    jobs: int = 0
    seconds: float = 60.0
    memory_mb: int = 1024
    rung: str | None = None
    suites: Path | None = None
    strict: bool = False
    force: bool = False
    every_record: bool = False


@dataclass
class Summary:
    """What came of a run; ``failed`` says who got no verdict.

    ``taken_up`` had been judged by a run that was interrupted, and were not judged again.
    ``forgeable`` are (notebook, cell) of tests that had to run beside learner code. ``records`` has
    one entry a check of every submission, with ``Options.every_record`` only: they take much room.
    """

    records: list[dict[str, Any]] = field(default_factory=list)
    graded: list[str] = field(default_factory=list)
    taken_up: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    findings: dict[str, list[str]] = field(default_factory=dict)
    forgeable: set[tuple[str, str]] = field(default_factory=set)
    warnings: list[str] = field(default_factory=list)
    rung: str = ""


def grade(
    course: Course,
    assignment: str,
    options: Options,
    progress: Callable[[int, int], None],
    pool: Pool | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Summary:
    """Grade everything that was handed in for ``assignment``.

    ``progress`` is told how many of how many submissions are done, ``say`` what is waited for.
    ``pool`` is one that was started before (``start_pool``); it is closed. Raises CourseError,
    RecordError, LaunchError or SuiteError if nothing can be graded at all, or no more.
    """
    budget = budget_of(course, options)
    pool = pool or start_pool(options.rung, options.seconds, options.memory_mb, options.suites)
    with pool:
        plans = course.plans(assignment)
        course.expect_submissions(assignment, options.students)
        solutions = {name: _solution(course, assignment, name) for name in plans}
        given = course.given_files(assignment)
        plans = pool.prepare(plans, solutions, budget, given, course.learners_files(assignment))
        summary = Summary(rung=pool.rung)
        for plan in plans.values():
            summary.warnings += plan.warnings
        with alone(course.lock_file, say), _writing(course, assignment, plans, given) as writer:
            _judge_and_write(
                course, assignment, options, plans, given, pool, summary, writer, progress
            )
    return summary


def budget_of(course: Course, options: Options) -> Budget:
    """Seconds for a submission, and for one cell: the course's ``Execute.timeout``, if it has one.

    A time of 0, less, or None is, as in nbgrader, no limit of its own.
    """
    cell = setting_of(course.config, "Execute", "timeout", default=CALL_SECONDS)
    if cell is None or not 0 < cell < options.seconds:
        cell = options.seconds
    return Budget(options.seconds, float(cell))


def feedback(
    course: Course, assignment: str, students: str, say: Callable[[str], None]
) -> tuple[list[str], dict[str, str]]:
    """Write pages again from what was judged: for whom, and for whom not and why.

    Raises CourseError or RecordError if no page can be written.
    """
    written: list[str] = []
    failed: dict[str, str] = {}
    plans = course.plans(assignment)
    course.expect_submissions(assignment, students)
    with alone(course.lock_file, say), _writing(course, assignment, plans) as writer:
        for submission in course.submissions(assignment, students):
            try:
                writer.pages_again(submission.student)
            except RunError:
                raise
            except RecordError as error:
                failed[submission.student] = str(error)
            else:
                written.append(submission.student)
    return written, failed


@contextmanager
def _writing(
    course: Course,
    assignment: str,
    plans: Mapping[str, Plan],
    files: Mapping[str, bytes] | None = None,
) -> Iterator[Writer]:
    """What writes the submissions of ``assignment``, ``files`` beside each. Raises RecordError."""
    with Recorder(
        course.db_url,
        course.directory.course_id,
        assignment,
        create_students=bool(
            setting_of(course.config, "Autograde", "create_student", default=True)
        ),
        plugin=late_plugin(course.config),
    ) as recorder:
        writer = Writer(
            recorder,
            assignment,
            lambda step, student: course.folder(step, student, assignment),
            {name: given_sources(plan.released) for name, plan in plans.items()},
            files,
        )
        yield writer
        writer.settle()


def _judge_and_write(
    course: Course,
    assignment: str,
    options: Options,
    plans: Mapping[str, Plan],
    given: Mapping[str, bytes],
    pool: Pool,
    summary: Summary,
    writer: Writer,
    progress: Callable[[int, int], None],
) -> None:
    """Judge what is new or has changed, and write each submission as it is done."""
    submissions = list(course.submissions(assignment, options.students))
    release = release_mark(plans, strict=options.strict)
    wanted: dict[str, Wanted] = {}
    refused: dict[str, str] = {}
    for submission in submissions:
        one = Wanted.of(course, assignment, submission, plans, given, release)
        student = submission.student
        if _stays(one, writer, options, summary):
            continue
        if refusal := writer.refusal(student):
            refused[student] = refusal
        elif options.force or not _take_up(one, options, writer, summary):
            wanted[student] = one
    if refused and len(refused) == len(submissions):
        raise CourseError(next(iter(refused.values())))
    summary.failed |= refused
    # A judge waits while its child works: one more than processors keeps them all busy.
    jobs = options.jobs or (os.cpu_count() or 1) + 1
    tasks = [one.task for one in wanted.values()]
    for number, done in enumerate(pool.judge_all(tasks, jobs), start=1):
        _record(done, wanted[done.student], options, writer, summary)
        progress(number, len(tasks))
    if options.every_record:
        told = {record["student"] for record in summary.records}
        summary.records += [
            no_verdict(student, reason, summary.rung)
            for student, reason in summary.failed.items()
            if student not in told
        ]


def _stays(one: Wanted, writer: Writer, options: Options, summary: Summary) -> bool:
    """Whether a submission was judged as it is, and its verdicts can be read if they are needed."""
    student = one.submission.student
    head = writer.head(student)
    if options.force or head.input != one.input:
        return False
    if options.every_record:
        verdicts = writer.kept(student)
        if verdicts is None:
            return False
        summary.records += records_of(verdicts, unchanged=True)
    summary.unchanged.append(student)
    if head.failed:
        summary.failed[student] = head.failed
    return True


def _record(done: Done, one: Wanted, options: Options, writer: Writer, summary: Summary) -> None:
    """Write what was judged, if it is still what was handed in."""
    student = done.student
    if done.problem:
        summary.failed[student] = f"internal error: {done.problem}"
    elif one.input_with(done.marks) != one.input:
        summary.failed[student] = (
            f"{one.submission.folder} was changed or removed while it was being graded; "
            "nothing of it is recorded. Run the same command again when it stays as it is."
        )
    else:
        verdicts = _verdicts(one, done, strict=options.strict)
        _write(verdicts, one.submission, options, writer, summary)


def _take_up(one: Wanted, options: Options, writer: Writer, summary: Summary) -> bool:
    """Bring to its end what an interrupted run has judged, if it is still what was handed in."""
    student = one.submission.student
    verdicts = writer.pending(student)
    if verdicts is None or verdicts.input != one.input:
        return False
    try:
        writer.complete(verdicts)
    except RunError:
        raise
    except RecordError as error:
        summary.failed[student] = str(error)
        return True
    _tell(verdicts, options, summary)
    summary.taken_up.append(student)
    return True


def _write(
    verdicts: Verdicts, submission: Submission, options: Options, writer: Writer, summary: Summary
) -> None:
    """One student's trouble is that student's; what meets everybody is raised."""
    try:
        writer.write(verdicts)
    except RunError:
        raise
    except RecordError as error:
        summary.failed[verdicts.student] = str(error)
        return
    summary.graded.append(verdicts.student)
    _tell(verdicts, options, summary)
    if verdicts.timestamp != submission.timestamp:
        found = summary.findings.setdefault(verdicts.student, [])
        found.append("timestamp.txt holds no time (left out)")


def _tell(verdicts: Verdicts, options: Options, summary: Summary) -> None:
    """Add what was written to the summary."""
    if verdicts.failed:
        summary.failed[verdicts.student] = verdicts.failed
    found = [f"{one.name}: {finding}" for one in verdicts.graded for finding in one.findings]
    if found:
        summary.findings[verdicts.student] = found
    summary.forgeable |= {
        (one.name, judged.grade_id)
        for one in verdicts.graded
        for judged in one.judged.values()
        if judged.forgeable
    }
    if options.every_record:
        summary.records += records_of(verdicts)


def _verdicts(one: Wanted, done: Done, *, strict: bool) -> Verdicts:
    graded = tuple(map(_withheld, done.graded)) if strict else done.graded
    graded = tuple(each.noticing(one.left_out) for each in graded)
    time = _time_of(one.submission)
    return Verdicts(one.submission.student, one.input, uuid.uuid4().hex, done.rung, time, graded)


def _solution(course: Course, assignment: str, name: str) -> nbformat.NotebookNode:
    path = course.folder("source", ".", assignment) / f"{name}.ipynb"
    return read_own(path)


def _time_of(submission: Submission) -> str:
    """The text of timestamp.txt if it is a time that nbgrader can read; else ""."""
    try:
        parse_time(submission.timestamp)
    except Exception:  # the parser raises whatever comes up in it
        return ""
    return submission.timestamp


def _withheld(graded: Graded) -> Graded:
    """--strict: what learner code could have forged earns nothing."""
    judged = {
        name: replace(one, points=0) if one.forgeable else one
        for name, one in graded.judged.items()
    }
    return replace(graded, judged=judged)
