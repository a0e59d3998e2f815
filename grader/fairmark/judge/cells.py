"""Run a test cell of the release on the judge's side, learner names resolving to their process."""

from __future__ import annotations

import ast
import math
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import CodeType
from typing import Any

from fairmark import launch
from fairmark.judge.plan import Plan, PlannedTest, is_builtin
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


@dataclass(frozen=True)
class Judged:
    """What a test cell came to. ``checks`` is one record a check; ``outputs`` as nbformat's."""

    grade_id: str
    points: float
    most: float
    checks: tuple[dict[str, Any], ...]
    outputs: tuple[dict[str, Any], ...]
    forgeable: bool = False
    report: Report | None = None
    shows_number: bool = False


class InternalError(Exception):
    """The grader's or the course's own fault: nobody may be scored by it."""


class Namespace(dict[str, Any]):
    """The globals of test cells: their own names first, then the learner's, then Python's.

    A learner's name never stands for a Python one, unless the exercise is to write it.
    """

    def __init__(self, plan: Plan, session: Mapping[str, Any]) -> None:
        super().__init__(__name__="__main__")
        self._theirs = plan.theirs
        self._session = session
        exec(_compiled(plan.prelude)[0], self)  # noqa: S102  (the author's own)

    def __missing__(self, name: str) -> Any:
        if is_builtin(name) and name not in self._theirs:
            raise KeyError(name)
        return self._session[name]


def run_test(test: PlannedTest, namespace: Namespace, session: Session) -> Judged:
    """Run one test cell. Raises InternalError if the test itself is at fault."""
    started = time.perf_counter()
    judged = _run(test, namespace, session)
    took = round((time.perf_counter() - started) * 1000)
    return replace(judged, checks=tuple({"milliseconds": took, **one} for one in judged.checks))


def _run(test: PlannedTest, namespace: Namespace, session: Session) -> Judged:
    if test.in_child:
        return _run_in_child(test, session)
    try:
        with names_from(session, _CHECK_SECONDS), time_limit(session.seconds_left() + _GRACE):
            value = _evaluate(test.source, namespace)
    except Stopped as stopped:
        return _failed(test, stopped.verdict, str(stopped))
    except TimeLimitExceeded:
        session.close()
        return _failed(test, Verdict.TIME_LIMIT, "The test did not come to an end.")
    except SuiteError as error:
        raise InternalError(str(error)) from error
    except AssertionError as error:
        return _failed(test, Verdict.WRONG_ANSWER, str(error), error)
    except (NameError, NotImplementedError) as error:
        return _failed(test, Verdict.MISSING, describe(error), error)
    except Exception as error:
        return _failed(test, Verdict.RUNTIME_ERROR, describe(error), error)
    if isinstance(value, Report):
        return _reported(test, value)
    return _passed(test, value)


def _evaluate(source: str, namespace: Namespace) -> Any:
    """Run a cell; the value of its last line, if that is an expression."""
    first, last = _compiled(source)
    exec(first, namespace)  # noqa: S102  (the author's own)
    return None if last is None else eval(last, namespace)  # noqa: S307


@lru_cache(maxsize=1_000)
def _compiled(source: str) -> tuple[CodeType, CodeType | None]:
    """A test cell, and its last line if that is an expression: the same for every submission."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    first = compile(tree, "<test>", "exec")
    if not isinstance(last, ast.Expr):
        return first, None
    return first, compile(ast.Expression(last.value), "<test>", "eval")


def _reported(test: PlannedTest, report: Report) -> Judged:
    bundle = report._repr_mimebundle_()
    output = {"output_type": "execute_result", "data": bundle, "metadata": {}, "execution_count": 1}
    checks = tuple(
        {**record, "milliseconds": result.milliseconds}
        for record, result in zip(report.record()["checks"], report.results, strict=True)
    )
    return Judged(test.grade_id, report.points, test.points, checks, (output,), report=report)


def _passed(test: PlannedTest, value: Any, *, forgeable: bool = False) -> Judged:
    points = test.points
    shows_number = type(value) in (int, float) and math.isfinite(value)
    if shows_number and test.partial:
        points = min(max(float(value), 0.0), test.points)
    verdict = Verdict.PASSED if points == test.points else Verdict.WRONG_ANSWER
    return Judged(
        test.grade_id,
        points,
        test.points,
        (_check(test, verdict, points, ""),),
        (),
        forgeable,
        shows_number=shows_number,
    )


def _failed(
    test: PlannedTest, verdict: Verdict, message: str, error: BaseException | None = None
) -> Judged:
    name = type(error).__name__ if error else verdict.value
    output = {
        "output_type": "error",
        "ename": name,
        "evalue": message,
        "traceback": [f"{name}: {message}" if message else name],
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
        result: launch.CellResult = session.ask("run_test", test.source)
    except Stopped as stopped:
        return _failed(test, stopped.verdict, str(stopped))
    if result.error is not None or not result.success:
        error = result.error or launch.Raised("Exception", "", "it did not run to its end", "")
        word = Verdict.WRONG_ANSWER if error.builtin == "AssertionError" else Verdict.RUNTIME_ERROR
        failed = _failed(test, word, f"{error.kind}: {error.message}")
        return Judged(test.grade_id, 0, test.points, failed.checks, failed.outputs, forgeable=True)
    return _passed(test, _number(result), forgeable=True)


def _number(result: launch.CellResult) -> float | None:
    """The number that the cell's last value shows."""
    for output in result.outputs:
        if output["output_type"] == "execute_result":
            try:
                return float(output["data"].get("text/plain", ""))
            except ValueError:
                return None
    return None
