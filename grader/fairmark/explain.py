"""Judge one submission again and tell the instructor everything; nothing is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fairmark.course import Course, CourseError, Submission, read_own
from fairmark.grade import Options, budget_of
from fairmark.judge.cells import Judged
from fairmark.judge.notebook import Graded
from fairmark.pool import Pool, start_pool
from fairmark.record.text import clean_text, shorten
from fairmark.wanted import Wanted
from sendwell.checks.report import Result

#: Of one text that came from learner code, so much is shown.
_CHARACTERS, _LINES = 4_000, 60


def explain(
    course: Course,
    assignment: str,
    check: str,
    options: Options,
    pool: Pool | None = None,
) -> Iterator[str]:
    """Lines on each check of ``options.students``' submission whose cell or title holds ``check``.

    Shows test source, inputs, answers and what was printed, of unseen checks too: not for
    learners. Raises what ``grade`` raises, and CourseError if there is no such submission or check.
    """
    student = options.students
    handed_in = next((s for s in course.submissions(assignment) if s.student == student), None)
    pool = pool or start_pool(options.rung, options.seconds, options.memory_mb, options.suites)
    with pool:
        plans = course.plans(assignment)
        if handed_in is None:
            raise CourseError(f"{student} handed in nothing for {assignment}.")
        found = _judge(course, assignment, handed_in, plans, options, pool)
        yield f"{student}, {assignment}: judged again on rung {pool.rung}; nothing is recorded."
        shown = 0
        for one in found:
            yield from (f"{one.name}: {clean_text(finding)}" for finding in one.findings)
            for judged in one.judged.values():
                chosen = [n for n in range(len(judged.checks)) if _fits(judged, n, check)]
                shown += len(chosen)
                if chosen:
                    yield from _cell(one, judged, chosen, source=bool(check))
    if check and not shown:
        names = ", ".join(name for one in found for name in one.judged) or "none"
        raise CourseError(f"No check is called {check!r}; the test cells are: {names}.")


def only_assignment(course: Course, student: str) -> str:
    """The one assignment that ``student`` handed in. Raises CourseError if it is not just one."""
    with course.gradebook() as gradebook:
        known = sorted(assignment.name for assignment in gradebook.assignments)
    found = [n for n in known if any(s.student == student for s in course.submissions(n))]
    if len(found) == 1:
        return str(found[0])
    names = ", ".join(found) or "nothing"
    raise CourseError(f"{student} handed in {names}. Say which: --assignment NAME")


def _judge(
    course: Course,
    assignment: str,
    handed_in: Submission,
    plans: dict[str, Any],
    options: Options,
    pool: Pool,
) -> tuple[Graded, ...]:
    folder = course.folder("source", ".", assignment)
    solutions = {name: read_own(folder / f"{name}.ipynb") for name in plans}
    given = course.given_files(assignment)
    theirs = course.learners_files(assignment)
    pool.prepare(plans, solutions, budget_of(course, options), given, theirs)
    one = Wanted.of(course, assignment, handed_in, plans, given, release="")
    (done,) = pool.judge_all([one.task], 1)
    if done.problem:
        raise CourseError(f"{handed_in.student}: internal error: {done.problem}")
    return tuple(each.noticing(one.left_out) for each in done.graded)


def _fits(judged: Judged, number: int, check: str) -> bool:
    title = str(judged.checks[number]["title"])
    return check.casefold() in f"{judged.grade_id}\n{title}".casefold()


def _cell(one: Graded, judged: Judged, chosen: list[int], *, source: bool) -> Iterator[str]:
    where = "beside learner code, forgeable" if judged.forgeable else "outside learner code"
    yield ""
    yield (
        f"{one.name}: {judged.grade_id}: {judged.points:.6g} of {judged.most:.6g} points, "
        f"decided {where}"
    )
    results = judged.report.results if judged.report else ()
    for number in chosen:
        check = judged.checks[number]
        yield (
            f"  [{check['verdict']}] {clean_text(str(check['title']))}: {check['points']:.6g} of "
            f"{check['most']:.6g}, {check['milliseconds']} ms"
        )
        if check["verdict"] != "passed":
            yield from _indented(str(check["message"]))
            if results:
                yield from _details(results[number])
    for label, text in _put_out(judged):
        yield f"  {label}:"
        yield from _indented(text)
    if source and one.notebook is not None:
        cells = (c for c in one.notebook.cells if c.metadata.get("nbgrader"))
        test = next(c for c in cells if c.metadata.nbgrader["grade_id"] == judged.grade_id)
        yield "  the test:"
        yield from _indented(test.source)


def _details(result: Result) -> Iterator[str]:
    if result.line:
        yield from _indented(f"in the learner's code, {result.line}")
    for call, outcome in result.calls:
        yield from _indented(f"{call}  →  {outcome}" if outcome else call)
    if result.wanted:
        yield from _indented(f"expected {result.wanted}")
    for hint in result.hints:
        yield from _indented(f"hint: {hint}")


def _put_out(judged: Judged) -> Iterator[tuple[str, str]]:
    """What the cell printed, and its error's traceback."""
    if judged.printed:
        yield "learner code printed", judged.printed
    for output in judged.outputs:
        if output["output_type"] == "stream":
            yield str(output["name"]), str(output["text"])
        elif output["output_type"] == "error":
            yield "error", "\n".join(output["traceback"])


def _indented(text: str) -> Iterator[str]:
    for line in shorten(clean_text(text), _CHARACTERS, _LINES).splitlines():
        yield f"      {line}"
