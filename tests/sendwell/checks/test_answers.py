"""The course's own answers refuse to work while their exercise is checked, and only then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sendwell.checks import Suite, Verdict, expect, run
from sendwell.checks.answers import AnswerInUse, answers, withheld
from sendwell.checks.learner import Learner
from sendwell.widgets.timeline import admitted, boundary_burst


@answers("throttle.allowed")
def one_exercise(number: int) -> int:
    """Doubles."""
    return 2 * number


@answers("throttle", "policy.limits")
def whole_module() -> str:
    return "answer"


def test_outside_a_check_answers_work() -> None:
    assert one_exercise(2) == 4
    assert whole_module() == "answer"


def test_a_marked_function_keeps_its_name_and_words() -> None:
    assert (one_exercise.__name__, one_exercise.__doc__) == ("one_exercise", "Doubles.")


@pytest.mark.parametrize(
    ("exercise", "one_refuses", "module_refuses"),
    [
        ("throttle.allowed", True, True),
        ("throttle.burst_times", False, True),
        ("policy.limits", False, True),
        ("policy.other", False, False),
        ("throttled.allowed", False, False),
    ],
)
def test_an_answer_refuses_where_it_is_marked(
    exercise: str, *, one_refuses: bool, module_refuses: bool
) -> None:
    found = []
    with withheld(exercise):
        for call in (lambda: one_exercise(2), whole_module):
            try:
                call()
                found.append(False)
            except AnswerInUse:
                found.append(True)
    assert found == [one_refuses, module_refuses]


def test_the_guard_is_lifted_afterwards_even_after_an_error() -> None:
    with pytest.raises(ValueError, match="mine"), withheld("throttle.allowed"):
        raise ValueError("mine")
    assert one_exercise(2) == 4


def test_of_two_guards_the_outer_holds_on() -> None:
    with withheld("throttle.allowed"):
        with withheld("throttle.allowed"):
            pass
        with pytest.raises(AnswerInUse, match="one_exercise belongs to the course"):
            one_exercise(2)


def test_a_learner_who_calls_an_answer_is_told_to_write_their_own() -> None:
    suite = Suite("throttle.allowed")

    @suite.check("doubles", points=1)
    def doubles(learner: Learner) -> None:
        expect(learner.double(2), 4)

    result = run(suite, {"double": one_exercise}).results[0]
    assert result.verdict is Verdict.RUNTIME_ERROR
    assert "answers this exercise" in result.message
    assert "Write your own." in result.message
    assert one_exercise(2) == 4


@pytest.mark.parametrize(
    "call",
    [lambda: admitted([0], 1, 10, "sliding"), lambda: boundary_burst(3, 10_000)],
    ids=["admitted", "boundary_burst"],
)
def test_what_the_time_line_knows_is_marked(call: Callable[[], list[Any]]) -> None:
    assert call()
    with withheld("throttle.burst_times"), pytest.raises(AnswerInUse):
        call()
