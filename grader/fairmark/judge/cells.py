"""Run a test cell of the release on the judge's side, learner names resolving to their process."""

from __future__ import annotations

import ast
import io
import math
import time
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from functools import lru_cache
from types import CodeType
from typing import Any

from fairmark import launch
from fairmark.judge.names import is_builtin
from fairmark.judge.place import Dismissed
from fairmark.judge.plan import Plan, PlannedTest
from fairmark.judge.raised import words_of
from fairmark.judge.session import Session
from sendwell.checks.elsewhere import Stopped
from sendwell.checks.learner import describe
from sendwell.checks.notebook import names_from
from sendwell.checks.report import Report, Verdict
from sendwell.checks.suite import SuiteError
from sendwell.checks.timelimit import TimeLimitExceeded, time_limit

#: Seconds for one check of a suite: more than in a notebook, since machines that grade are busy.
_CHECK_SECONDS = 5.0
#: Seconds that a test cell may go on by itself once the submission has used its own: it may go
#: through a value that the learner made long.
_GRACE = 2.0
#: Of what a test cell prints, so much is kept.
_MOST_PRINTED = 20_000


@dataclass(frozen=True)
class Judged:
    """What a test cell came to. ``checks`` is one record a check; ``outputs`` as nbformat's.

    ``last`` is what its last line showed, and ``leans_on`` what it took from the learner's process,
    both as in PlannedTest. ``printed`` is what learner code printed meanwhile; learners are not
    shown it.
    """

    grade_id: str
    points: float
    most: float
    checks: tuple[dict[str, Any], ...]
    outputs: tuple[dict[str, Any], ...]
    forgeable: bool = False
    report: Report | None = None
    last: str = "nothing"
    leans_on: tuple[str, ...] = ()
    printed: str = ""


class Namespace(dict[str, Any]):
    """The globals of test cells: their own names first, then the learner's, then Python's.

    A learner's name never stands for a Python one, unless the exercise is to write it. The
    release's helper functions are the judge's own while ``helping``; ``leaned_on`` collects what
    came from the learner's process though learners were not asked for it.
    """

    def __init__(self, plan: Plan, session: Mapping[str, Any]) -> None:
        super().__init__(__name__="__main__")
        self._theirs = plan.theirs
        self._asked_for = plan.theirs | plan.derived
        self._session = session
        self._helpers: dict[str, Any] = {}
        self.helping = True
        self.leaned_on: set[str] = set()
        printed = io.StringIO()
        prelude = _compiled(plan.prelude)[0]
        #: What the release imports from ``__future__`` holds in all cells, as in IPython.
        self.flags = prelude.co_flags & annotations.compiler_flag
        with redirect_stdout(printed), redirect_stderr(printed):
            exec(prelude, self)  # noqa: S102  (the author's own)
        if plan.helpers:
            before = set(self)
            exec(_compiled(plan.helpers, self.flags)[0], self)  # noqa: S102  (the author's own)
            self._helpers = {name: self.pop(name) for name in self.keys() - before}

    def __missing__(self, name: str) -> Any:
        if self.helping and name in self._helpers:
            return self._helpers[name]
        if is_builtin(name) and name not in self._theirs:
            raise KeyError(name)
        value = self._session[name]
        if name not in self._asked_for:
            self.leaned_on.add(name)
        return value


def run_test(test: PlannedTest, namespace: Namespace, session: Session) -> Judged:
    """Run one test cell. Raises SuiteError if the test itself is at fault."""
    started = time.perf_counter()
    namespace.helping = test.helpers
    namespace.leaned_on.clear()
    printed = io.StringIO()
    session.printed = ""
    judged = _run(test, namespace, session, printed)
    took = round((time.perf_counter() - started) * 1000)
    return replace(
        judged,
        checks=tuple({"milliseconds": took, **one} for one in judged.checks),
        outputs=(*_stream(printed.getvalue()), *judged.outputs),
        forgeable=test.forgeable,
        leans_on=tuple(sorted(namespace.leaned_on)),
        printed=session.printed,
    )


def _stream(text: str) -> list[dict[str, Any]]:
    """What a test printed, as an output."""
    kept = text[:_MOST_PRINTED]
    return [{"output_type": "stream", "name": "stdout", "text": kept}] if kept else []


def _run(test: PlannedTest, namespace: Namespace, session: Session, printed: io.StringIO) -> Judged:
    if test.in_child:
        return _run_in_child(test, session)
    try:
        with (
            names_from(session, _CHECK_SECONDS),
            time_limit(session.seconds_left() + _GRACE),
            redirect_stdout(printed),
            redirect_stderr(printed),
        ):
            value, shown = _evaluate(test.source, namespace)
    except Stopped as stopped:
        return _failed(test, stopped.verdict, str(stopped))
    except TimeLimitExceeded:
        session.close()
        return _failed(test, Verdict.TIME_LIMIT, "The test did not come to an end.")
    except (SuiteError, Dismissed):
        raise
    except BaseException as error:
        return _raised(test, error)
    if isinstance(value, Report):
        return _reported(test, value)
    if not shown:
        value = None
    return _ended(test, _as_float(value), something=value is not None)


def _as_float(value: Any) -> float | None:
    """A number as a float, infinite if it is too large for one; None for all else."""
    try:
        return float(value) if type(value) in (int, float) else None
    except OverflowError:
        return math.inf


def _raised(test: PlannedTest, error: BaseException) -> Judged:
    """The test raised. What pytest.raises and pytest.fail raise is no Exception."""
    shown = type(error).__name__, words_of(error)
    if isinstance(error, AssertionError) or not isinstance(error, Exception):
        return _failed(test, Verdict.WRONG_ANSWER, shown[1], shown)
    missing = isinstance(error, NameError | NotImplementedError)
    word = Verdict.MISSING if missing else Verdict.RUNTIME_ERROR
    return _failed(test, word, describe(error), shown)


def _evaluate(source: str, namespace: Namespace) -> tuple[Any, bool]:
    """Run a cell; the value of its last line, if that is an expression, and whether it shows."""
    first, last = _compiled(source, namespace.flags)
    exec(first, namespace)  # noqa: S102  (the author's own)
    if last is None:
        return None, False
    return eval(last, namespace), not _is_silenced(source)  # noqa: S307


@lru_cache(maxsize=1_000)
def _compiled(source: str, flags: int = 0) -> tuple[CodeType, CodeType | None]:
    """A test cell, and its last line if that is an expression: the same for every submission.

    ``flags`` are the compiler's; those of this file are not for tests.
    """
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    first = compile(tree, "<test>", "exec", flags, dont_inherit=True)
    if not isinstance(last, ast.Expr):
        return first, None
    shown = ast.Expression(last.value)
    return first, compile(shown, "<test>", "eval", flags, dont_inherit=True)


@lru_cache(maxsize=1_000)
def _is_silenced(source: str) -> bool:
    """Whether a cell ends in a semicolon: then Jupyter does not show its last value."""
    tree = ast.parse(source)
    lines = source.split("\n")[(tree.body[-1].end_lineno or 1) - 1 :]
    rest = lines[0].encode()[tree.body[-1].end_col_offset :].decode() if lines else ""
    return rest.lstrip().startswith(";")


def _reported(test: PlannedTest, report: Report) -> Judged:
    bundle = report._repr_mimebundle_()
    output = {"output_type": "execute_result", "data": bundle, "metadata": {}, "execution_count": 1}
    checks = tuple(
        {**record, "milliseconds": result.milliseconds}
        for record, result in zip(report.record()["checks"], report.results, strict=True)
    )
    return Judged(test.grade_id, report.points, test.points, checks, (output,), report=report)


def _ended(
    test: PlannedTest, number: float | None, *, something: bool, outputs: tuple[Any, ...] = ()
) -> Judged:
    """A test that ran to its end: its points, and what its last line showed.

    Where the author's solution shows a number there, only a number earns points.
    """
    finite = number is not None and math.isfinite(number)
    last = "number" if finite else "value" if something else "nothing"
    points, message = test.points, ""
    if number is not None and finite and test.last != "value":
        points = min(max(number, 0.0), test.points)
    elif test.last == "number":
        points, message = 0.0, "The test should end in a number of points, and did not."
    verdict = Verdict.PASSED if points == test.points else Verdict.WRONG_ANSWER
    if verdict is not Verdict.PASSED and not message:
        message = f"{points:.6g} of {test.points:.6g} points."
    check = _check(test, verdict, points, message)
    return Judged(test.grade_id, points, test.points, (check,), outputs, last=last)


def _failed(
    test: PlannedTest, verdict: Verdict, message: str, error: tuple[str, str] | None = None
) -> Judged:
    """A test that failed; ``error`` is the name and the words of what was raised, if it was."""
    name, words = error or (verdict.value, message)
    output = {
        "output_type": "error",
        "ename": name,
        "evalue": words,
        "traceback": [f"{name}: {words}" if words else name],
    }
    return Judged(test.grade_id, 0, test.points, (_check(test, verdict, 0, message),), (output,))


def _check(test: PlannedTest, verdict: Verdict, points: float, message: str) -> dict[str, Any]:
    return {
        "title": test.grade_id,
        "verdict": verdict.value,
        "points": points,
        "most": test.points,
        "message": message,
    }


def _run_in_child(test: PlannedTest, session: Session) -> Judged:
    try:
        if test.before:
            session.ask("run_test", test.before)
        result: launch.CellResult = session.ask("run_test", test.source)
    except Stopped as stopped:
        return _failed(test, stopped.verdict, str(stopped))
    outputs = tuple(one for one in result.outputs if one["output_type"] != "error")
    error = result.error or _shown_error(result)
    if error is not None:
        wrong = error.builtin in ("AssertionError", "BaseException")  # the second is pytest's
        word = Verdict.WRONG_ANSWER if wrong else Verdict.RUNTIME_ERROR
        message = ": ".join(filter(None, (error.kind, error.message)))
        failed = _failed(test, word, message, (error.kind or error.builtin, error.message))
        return replace(failed, outputs=(*outputs, *failed.outputs))
    shown = [one for one in outputs if one["output_type"] == "execute_result"]
    return _ended(test, _number(shown), something=bool(shown), outputs=outputs)


def _shown_error(result: launch.CellResult) -> launch.Raised | None:
    """What was raised under a magic as ``%%time``, which shows it and ends well."""
    for one in result.outputs:
        if one["output_type"] == "error":
            return launch.Raised(one["ename"], one["ename"], one["evalue"], "")
    if result.success:
        return None
    return launch.Raised("Exception", "", "it did not run to its end", "")


def _number(shown: list[Any]) -> float | None:
    """The number that the cell's last value shows."""
    try:
        return float(shown[0]["data"].get("text/plain", "")) if shown else None
    except ValueError:
        return None
