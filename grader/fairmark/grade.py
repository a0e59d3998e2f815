"""Grade an assignment: from what was handed in to the gradebook. The one way, step by step."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import nbformat

from fairmark.course import Course, Submission, setting_of
from fairmark.intake import MOST_BYTES, read_submitted
from fairmark.judge.notebook import Budget, Graded
from fairmark.judge.plan import Plan
from fairmark.pool import NOT_HANDED_IN, Done, Pool, Task, start_pool
from fairmark.record.feedback import write_feedback
from fairmark.record.gradebook import Recorder, late_plugin, parse_time
from fairmark.record.notebooks import Given, given_sources, stage_autograded
from fairmark.suites import seed_of_run

#: Beside an autograded submission: what it was graded from.
STAMP = ".fairmark.json"


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


@dataclass
class Summary:
    """What came of a run. ``records`` has one entry a check; ``failed`` says who got no verdict."""

    records: list[dict[str, Any]] = field(default_factory=list)
    graded: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    findings: dict[str, list[str]] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    rung: str = ""


def grade(
    course: Course,
    assignment: str,
    options: Options,
    progress: Callable[[int, int], None],
    pool: Pool | None = None,
) -> Summary:
    """Grade everything that was handed in for ``assignment``.

    ``progress`` is told how many of how many submissions are done. ``pool`` is one that
    was started before (``start_pool``); it is closed. Raises CourseError, RecordError, LaunchError
    or SuiteError if nothing can be graded at all.
    """
    budget = Budget(options.seconds, min(10.0, options.seconds))
    pool = pool or start_pool(options.rung, options.seconds, options.memory_mb, options.suites)
    with pool:
        plans = course.plans(assignment)
        solutions = {name: _solution(course, assignment, name) for name in plans}
        plans = pool.prepare(plans, solutions, budget)
        summary = Summary(rung=pool.rung)
        for plan in plans.values():
            summary.warnings += plan.warnings
        _judge_and_record(course, assignment, options, plans, pool, summary, progress)
    return summary


def _judge_and_record(
    course: Course,
    assignment: str,
    options: Options,
    plans: dict[str, Plan],
    pool: Pool,
    summary: Summary,
    progress: Callable[[int, int], None],
) -> None:
    """Judge what is new or has changed, and record each submission as it is done."""
    submissions = {s.student: s for s in course.submissions(assignment, options.students)}
    release = _fingerprint(plans, options)
    waiting = dict(_to_do(course, assignment, submissions, release, options, summary))
    tasks = [
        Task(s.student, s.notebooks, course.helper_files(assignment, s))
        for s in submissions.values()
        if s.student in waiting
    ]
    # A judge waits while its child works: one more than processors keeps them all busy.
    jobs = options.jobs or (os.cpu_count() or 1) + 1
    given = {name: given_sources(plan.released) for name, plan in plans.items()}
    create = bool(setting_of(course.config, "Autograde", "create_student", default=True))
    with Recorder(
        course.db_url,
        course.directory.course_id,
        assignment,
        create_students=create,
        plugin=late_plugin(course.config),
    ) as recorder:
        for number, done in enumerate(pool.judge_all(tasks, jobs), start=1):
            submission = submissions[done.student]
            _record(
                course,
                assignment,
                submission,
                done,
                recorder,
                summary,
                given,
                strict=options.strict,
            )
            if done.student not in summary.failed:
                _stamp(course, assignment, done.student, waiting[done.student])
            progress(number, len(tasks))


def _solution(course: Course, assignment: str, name: str) -> nbformat.NotebookNode:
    path = course.folder("source", ".", assignment) / f"{name}.ipynb"
    return nbformat.read(path, as_version=4)


def _to_do(
    course: Course,
    assignment: str,
    submissions: dict[str, Submission],
    release: str,
    options: Options,
    summary: Summary,
) -> Iterator[tuple[str, str]]:
    """(student, hash of what they handed in) for each submission that is new or has changed."""
    for student, submission in submissions.items():
        digest = hashlib.sha256(release.encode())
        for name, path in submission.notebooks.items():
            digest.update(name.encode() + b"\0")
            try:
                digest.update(read_submitted(path, MOST_BYTES) or b"")
            except OSError:  # whoever judges it says so
                digest.update(b"cannot be read")
        for name, data in sorted(course.helper_files(assignment, submission).items()):
            digest.update(name.encode() + b"\0" + data)
        stamp = course.folder("autograded", student, assignment) / STAMP
        graded_from = json.loads(stamp.read_text())["input"] if stamp.is_file() else ""
        if graded_from == digest.hexdigest() and not options.force:
            summary.unchanged.append(student)
        else:
            yield student, digest.hexdigest()


def _fingerprint(plans: dict[str, Plan], options: Options) -> str:
    tests = {name: [repr(test) for test in plan.tests.values()] for name, plan in plans.items()}
    return json.dumps([tests, seed_of_run(), options.strict, str(options.suites)], sort_keys=True)


def _stamp(course: Course, assignment: str, student: str, digest: str) -> None:
    folder = course.folder("autograded", student, assignment)
    folder.mkdir(parents=True, exist_ok=True)
    temporary = folder / f"{STAMP}.new"
    temporary.write_text(json.dumps({"input": digest}))
    temporary.replace(folder / STAMP)


def _record(
    course: Course,
    assignment: str,
    submission: Submission,
    done: Done,
    recorder: Recorder,
    summary: Summary,
    given: dict[str, frozenset[Given]],
    *,
    strict: bool,
) -> None:
    student = submission.student
    if done.problem:
        summary.failed[student] = f"internal error: {done.problem}"
        return
    graded = [_withheld(one) for one in done.graded] if strict else list(done.graded)
    timestamp = _time_of(submission)
    autograded = course.folder("autograded", student, assignment)
    feedback = course.folder("feedback", student, assignment)
    staged = [
        stage_autograded(autograded / f"{one.name}.ipynb", one, given=given[one.name])
        for one in graded
        if one.notebook is not None
    ]
    try:
        recorded = recorder.record(student, graded, timestamp or None)
    except BaseException:
        for file in staged:
            file.discard()
        raise
    for file in staged:
        file.publish()
    for one in graded:
        write_feedback(
            feedback,
            student,
            assignment,
            one,
            recorded=recorded.notebooks.get(one.name),
            given=given[one.name],
        )
    _write_timestamp(timestamp, autograded, feedback)
    missing = [one for one in graded if one.notebook is None]
    if missing:
        summary.failed[student] = "; ".join(f"{m.name} {f}" for m in missing for f in m.findings)
    summary.graded.append(student)
    found = [f"{one.name}: {finding}" for one in graded for finding in one.findings]
    if timestamp != submission.timestamp:
        found.append("timestamp.txt holds no time (left out)")
    if found:
        summary.findings[student] = found
    summary.records += records_of(student, done.rung, graded)


def _write_timestamp(timestamp: str, *folders: Path) -> None:
    """formgrader and release_feedback look for it beside the notebooks."""
    for folder in folders if timestamp else ():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "timestamp.txt").write_text(timestamp + "\n", encoding="utf-8")


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


def records_of(student: str, rung: str, graded: list[Graded]) -> list[dict[str, Any]]:
    """One plain record a check, and one for each file that is no notebook."""
    return [
        {
            "student": student,
            "notebook": one.name,
            "cell": judged.grade_id,
            "check": check["title"],
            "verdict": check["verdict"],
            "points": check["points"],
            "most": check["most"],
            "milliseconds": check["milliseconds"],
            "rung": rung,
            "forgeable": judged.forgeable,
        }
        for one in graded
        for judged in one.judged.values()
        for check in judged.checks
    ] + [
        {
            "student": student,
            "notebook": one.name,
            "cell": "",
            "check": "",
            "verdict": "missing" if NOT_HANDED_IN in one.findings else "not a notebook",
            "points": 0,
            "most": 0,
            "milliseconds": 0,
            "rung": rung,
            "forgeable": False,
        }
        for one in graded
        if one.notebook is None
    ]
