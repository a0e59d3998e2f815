"""Run a suite on a learner's names."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import astuple
from typing import Any

from sendwell.checks import strings
from sendwell.checks.answers import withheld
from sendwell.checks.elsewhere import Performer, Stopped
from sendwell.checks.expect import Mismatch, Partly
from sendwell.checks.learner import Learner, LearnerError, NotWritten, describe
from sendwell.checks.quiet import Caught, quiet
from sendwell.checks.report import Report, Result, Verdict
from sendwell.checks.suite import Check, Suite, SuiteError
from sendwell.checks.timelimit import TimeLimitExceeded, time_limit

#: Seconds for one check, and for each check after one has run out of time.
LIMIT = 1.5
IMPATIENT = 0.3


def run(suite: Suite, names: Mapping[str, Any], limit: float = LIMIT) -> Report:
    """Run every check of ``suite`` on what the learner defined; one failure stops no other.

    Raises SuiteError if the suite itself fails: that is never held against a learner.
    """
    results: list[Result] = []
    with _what_it_prints(names) as caught, withheld(suite.name):
        for check in suite.checks:
            results.append(_run_one(suite, check, names, limit))
            if results[-1].verdict is Verdict.TIME_LIMIT:
                limit = min(limit, IMPATIENT)
    return Report(suite.name, tuple(results), caught.text, suite.by_line)


def _what_it_prints(names: Mapping[str, Any]) -> AbstractContextManager[Caught]:
    """Code that runs elsewhere prints there."""
    return nullcontext(Caught()) if isinstance(names, Performer) else quiet()


def _in_time(names: Mapping[str, Any], seconds: float) -> AbstractContextManager[None]:
    """The time limit of a check. It begins when the names are there."""
    if isinstance(names, Performer):
        names.get_ready()
    return time_limit(seconds)


def _run_one(suite: Suite, check: Check, names: Mapping[str, Any], limit: float) -> Result:
    learner = Learner(names)
    started = time.perf_counter()

    def result(
        verdict: Verdict, message: str = "", *, line: str = "", wanted: str = "", earned: float = 0
    ) -> Result:
        return Result(
            check.title,
            verdict,
            check.points if verdict is Verdict.PASSED else earned,
            check.points,
            message,
            wanted,
            line,
            () if verdict is Verdict.PASSED else tuple(map(astuple, learner.calls)),
            check.hints,
            round((time.perf_counter() - started) * 1000),
        )

    try:
        with _in_time(names, max(limit, check.seconds)):
            check.body(learner)
    except TimeLimitExceeded:
        return result(
            Verdict.TIME_LIMIT, strings.TIME_LIMIT.format(seconds=max(limit, check.seconds))
        )
    except Stopped as error:
        return result(error.verdict, str(error))
    except NotWritten as error:
        return result(Verdict.MISSING, f"{error} {strings.MISSING}")
    except LearnerError as error:
        message = strings.RUNTIME_ERROR.format(call=error.call, error=error.problem.rstrip("."))
        return result(Verdict.RUNTIME_ERROR, message, line=error.where)
    except Mismatch as error:
        wanted = error.wanted if error.about_last_call else ""
        return result(Verdict.WRONG_ANSWER, str(error), wanted=wanted)
    except AssertionError as error:
        message, earned = str(error) or strings.WRONG_ANSWER, _part(suite, check, error)
        return result(Verdict.WRONG_ANSWER, message, earned=earned)
    except Exception as error:
        if message := learner.misused(error):
            return result(Verdict.MISSING, f"{message} {strings.MISSING}")
        raise SuiteError(
            f"{suite.name}: the check {check.title!r} itself failed ({describe(error)}). "
            "This is the course's fault and costs nobody a point; please report it."
        ) from error
    return result(Verdict.PASSED)


def _part(suite: Suite, check: Check, error: AssertionError) -> float:
    """What ``error`` earns: nothing, or what a Partly says if nbgrader can read it."""
    if not isinstance(error, Partly):
        return 0
    if 0 <= error.earned < check.points and round(error.earned, 2) == error.earned:
        return error.earned
    raise SuiteError(
        f"{suite.name}: the check {check.title!r} gives {error.earned} of {check.points} points; "
        "give a part of them, with at most two decimals."
    ) from error
