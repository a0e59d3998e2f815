"""Running a suite: every check gets its chance, whatever learner code does."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest

from sendwell.checks import Report, Suite, SuiteError, Verdict, check, expect, run
from sendwell.checks.expect import Partly
from sendwell.checks.learner import Learner


def spin(n: int) -> int:
    while True:
        n += 1


def swallow(n: int) -> int:
    while True:
        try:
            spin(n)
        except BaseException:
            n = 0


def answers_late(n: int) -> int:
    try:
        return spin(n)
    except BaseException:
        return n


def recursive(n: int) -> int:
    return recursive(n + 1)


def exits(n: int) -> int:
    sys.exit(0)


def out_of_memory(n: int) -> int:
    raise MemoryError


def mean(n: int) -> float:
    return n / 0


def stub(n: int) -> int:
    raise NotImplementedError


def three_checks() -> Suite:
    """Asks ``f`` for 1, calls ``good``, asks ``f`` for 2."""
    suite = Suite("test.three")

    @suite.check("f of one", points=1)
    def one(learner: Learner) -> None:
        expect(learner.f(1), 1)

    @suite.check("good", points=2)
    def good(learner: Learner) -> None:
        expect(learner.good(), True)

    @suite.check("f of two", points=4)
    def two(learner: Learner) -> None:
        expect(learner.f(2), 2)

    return suite


def verdicts(report: Report) -> list[str]:
    return [result.verdict.value for result in report.results]


def run_with(f: Any, limit: float = 1.5) -> Report:
    return run(three_checks(), {"f": f, "good": lambda: True}, limit)


@pytest.mark.parametrize(
    ("f", "verdict"),
    [
        (lambda n: n, Verdict.PASSED),
        (lambda n: n + 1, Verdict.WRONG_ANSWER),
        (mean, Verdict.RUNTIME_ERROR),
        (exits, Verdict.RUNTIME_ERROR),
        (recursive, Verdict.RUNTIME_ERROR),
        (out_of_memory, Verdict.RUNTIME_ERROR),
        (stub, Verdict.MISSING),
        (3, Verdict.MISSING),
        (None, Verdict.MISSING),
        (lambda n: 10**5000, Verdict.WRONG_ANSWER),
        (lambda n: object(), Verdict.WRONG_ANSWER),
    ],
)
def test_one_failing_check_stops_no_other(f: Any, verdict: Verdict) -> None:
    assert verdicts(run_with(f)) == [verdict.value, "passed", verdict.value]


@pytest.mark.parametrize("f", [spin, swallow, answers_late])
def test_code_that_does_not_come_back_costs_only_its_checks(f: Callable[[int], int]) -> None:
    report = run_with(f, limit=0.05)
    assert verdicts(report) == ["time limit", "passed", "time limit"]
    assert repr(report) == "2"


def test_after_a_timeout_the_next_checks_are_impatient() -> None:
    started = time.monotonic()
    report = run_with(spin)
    first, _, last = report.results
    assert 1400 <= first.milliseconds < 1900
    assert 250 <= last.milliseconds < 700
    assert "after 0.3 seconds" in last.message
    assert time.monotonic() - started < 2.6


def test_a_name_that_is_missing_is_said_to_be_missing() -> None:
    report = run(three_checks(), {"good": lambda: True})
    assert verdicts(report) == ["missing", "passed", "missing"]
    assert "f is not defined" in report.results[0].message


def test_a_runtime_error_names_the_call_and_the_error() -> None:
    result = run_with(mean).results[0]
    assert result.message.startswith("f(1) raised ZeroDivisionError: division by zero")
    assert result.line.endswith("return n / 0")
    assert result.calls == (("f(1)", "raised ZeroDivisionError: division by zero"),)


def test_an_interrupt_ends_the_run_and_leaves_everything_as_it_was() -> None:
    def interrupted(n: int) -> int:
        raise KeyboardInterrupt

    before = sys.stdout, sys.stderr, sys.gettrace(), signal.getsignal(signal.SIGALRM)
    with pytest.raises(KeyboardInterrupt):
        run_with(interrupted)
    after = sys.stdout, sys.stderr, sys.gettrace(), signal.getsignal(signal.SIGALRM)
    assert after == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_what_learner_code_prints_is_in_the_report(capfd: pytest.CaptureFixture[str]) -> None:
    def prints(n: int) -> int:
        print("looking at", n)
        print("careful", file=sys.stderr)
        return n

    report = run_with(prints)
    assert report.printed == "looking at 1\ncareful\nlooking at 2\ncareful\n"
    assert report.passed
    assert capfd.readouterr() == ("", "")


def broken_key(learner: Learner) -> None:
    _ = {}["missing"]


def broken_type(learner: Learner) -> None:
    _ = learner.limit + "text"


def broken_plain(learner: Learner) -> None:
    _ = [].missing  # type: ignore[attr-defined]


@pytest.mark.parametrize("body", [broken_key, broken_type, broken_plain])
def test_a_suites_own_failure_raises(body: Callable[[Learner], None]) -> None:
    suite = Suite("test.broken")
    suite.check("the broken one", points=1)(body)
    with pytest.raises(SuiteError, match=r"test\.broken: the check 'the broken one' itself failed"):
        run(suite, {"limit": 3})


def test_a_bare_assertion_gets_a_sentence() -> None:
    suite = Suite("test.bare")

    @suite.check("bare", points=1)
    def bare(learner: Learner) -> None:
        raise AssertionError

    message = run(suite, {}).results[0].message
    assert message == "The answer is not what the contract says. Compare the calls below with it."


def test_check_runs_the_suite_of_that_name() -> None:
    report = check("throttle.allowed", {"allowed": lambda *_: None})
    assert (report.suite, report.points) == ("throttle.allowed", 0)


def test_check_of_an_unknown_name_says_which_there_are() -> None:
    with pytest.raises(SuiteError, match=r"no check called 'throttle\.alowed'.*throttle\.allowed"):
        check("throttle.alowed", {})


@pytest.mark.parametrize("points", [-1, float("nan"), float("inf"), 1 / 3, 0.125, 1001])
def test_points_that_nbgrader_would_misread_are_refused(points: float) -> None:
    with pytest.raises(SuiteError, match="points"):
        Suite("test.points").check("odd", points=points)


def test_two_checks_of_one_title_are_refused() -> None:
    suite = Suite("test.twice")
    suite.check("same", points=1)(lambda learner: None)
    with pytest.raises(SuiteError, match="two checks are called 'same'"):
        suite.check("same", points=1)


def earning(earned: float) -> Suite:
    suite = Suite("x.y")

    @suite.check("is measured", points=3)
    def measured(learner: Learner) -> None:
        raise Partly(earned, "58 % are found. Each of 20 %, 40 % and 60 % is a point.")

    return suite


def test_what_is_measured_may_earn_a_part_of_the_points() -> None:
    report = run(earning(2), {})
    assert (repr(report), report.passed) == ("2", False)
    assert report.results[0].message.startswith("58 % are found.")


@pytest.mark.parametrize("earned", [-1, 3, 0.125])
def test_a_part_that_is_none_is_the_suites_own_failure(earned: float) -> None:
    with pytest.raises(SuiteError, match="give a part of them"):
        run(earning(earned), {})


def test_a_check_may_be_given_more_time_than_others() -> None:
    suite = Suite("x.y")

    @suite.check("takes its time", points=1, seconds=5)
    def slow(learner: Learner) -> None:
        time.sleep(0.2)

    assert run(suite, {}, 0.1).passed
