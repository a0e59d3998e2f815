"""The learner's names as a check sees them."""

from __future__ import annotations

import statistics
from collections import deque
from pathlib import Path
from typing import Any

import pytest

from sendwell.checks import Mismatch, expect
from sendwell.checks.elsewhere import Step
from sendwell.checks.learner import Handle, Learner, LearnerError, NotWritten, describe
from sendwell.checks.timelimit import TimeLimitExceeded


class Window:
    limit = 2

    def __init__(self, limit: int, window: int) -> None:
        self.times: list[int] = []

    def allow(self, now: int) -> bool:
        self.times.append(now)
        return len(self.times) < 3

    def odd(self, now: int) -> Any:
        raise NotImplementedError


def written(tmp_path: Path, text: str) -> dict[str, Any]:
    """Names as a notebook has them: from code in a file of its own, whose lines are known."""
    file = tmp_path / "cell.py"
    file.write_text(text)
    names: dict[str, Any] = {}
    exec(compile(text, str(file), "exec"), names)
    return names


def calls_of(learner: Learner) -> list[tuple[str, str]]:
    return [(call.call, call.outcome) for call in learner.calls]


def test_a_plain_name_is_given_as_it_is() -> None:
    assert Learner({"limit": 20}).limit == 20


def test_a_missing_name_is_not_written() -> None:
    with pytest.raises(NotWritten, match="allowed is not defined: run the cell"):
        Learner({}).allowed([], 1)


def test_a_missing_method_is_not_written() -> None:
    made = Learner({"Window": Window}).Window(limit=1, window=2)
    with pytest.raises(NotWritten, match="Window has no retry_after yet"):
        made.retry_after(3)


@pytest.mark.parametrize("error", [NotImplementedError, NotImplementedError("todo")])
def test_not_implemented_is_not_written(error: Any) -> None:
    def stub() -> None:
        raise error

    learner = Learner({"stub": stub})
    with pytest.raises(NotWritten, match="stub is not written yet"):
        learner.stub()
    assert calls_of(learner) == [("stub()", "not written yet")]


def test_every_call_is_remembered_in_the_learners_words() -> None:
    learner = Learner({"Window": Window, "double": lambda n: 2 * n})
    made = learner.Window(limit=1, window=20_000)
    made.allow(5)
    learner.double(n=8_000)
    assert calls_of(learner) == [
        ("w = Window(limit=1, window=20_000)", ""),
        ("w.allow(5)", "True"),
        ("double(n=8_000)", "16_000"),
    ]


def test_objects_of_one_class_get_different_names() -> None:
    learner = Learner({"Window": Window})
    learner.Window(1, 2)
    learner.Window(1, 2).allow(7)
    assert [call.call for call in learner.calls][1:] == ["w2 = Window(1, 2)", "w2.allow(7)"]


def test_perform_makes_the_object_and_calls_its_methods_in_order() -> None:
    calls = (("allow", 1), ("allow", 2), ("allow", 3))
    learner = Learner({"Window": Window})
    (done,) = learner.perform([Step("Window", kwargs={"limit": 1, "window": 2}, calls=calls)])
    assert done.results == [True, True, False]


def test_expect_replay_ends_the_record_at_the_first_wrong_answer() -> None:
    learner = Learner({"Window": Window})
    calls = [("allow", 1, True), ("allow", 2, False), ("allow", 3, False), ("allow", 4, False)]
    with pytest.raises(Mismatch, match=r"Got True, expected False\. Two\."):
        learner.expect_replay("Window", {"limit": 1, "window": 2}, calls, "Two.")
    assert [call.call for call in learner.calls][1:] == ["w.allow(1)", "w.allow(2)"]


def test_expect_replay_passes_if_all_is_right() -> None:
    learner = Learner({"Window": Window})
    calls = [("allow", 1, True), ("allow", 2, True), ("allow", 3, False)]
    learner.expect_replay("Window", {"limit": 1, "window": 2}, calls)
    assert len(learner.calls) == 4


@pytest.mark.parametrize(
    "error", [ValueError("no"), SystemExit(3), RecursionError(), MemoryError(), GeneratorExit()]
)
def test_what_learner_code_raises_becomes_a_learner_error(error: BaseException) -> None:
    def fails(now: int) -> None:
        raise error

    learner = Learner({"fails": fails})
    with pytest.raises(LearnerError) as caught:
        learner.fails(3)
    assert caught.value.call == "fails(3)"
    assert caught.value.problem == describe(error)
    assert calls_of(learner) == [("fails(3)", f"raised {describe(error)}")]


@pytest.mark.parametrize("error", [TimeLimitExceeded, KeyboardInterrupt])
def test_the_clock_and_the_interrupt_button_are_never_the_learners_error(error: Any) -> None:
    def fails() -> None:
        raise error

    learner = Learner({"fails": fails})
    with pytest.raises(error):
        learner.fails()
    assert calls_of(learner) == [("fails()", "no answer")]


def test_an_error_knows_the_learners_line(tmp_path: Path) -> None:
    names = written(tmp_path, "def half(n):\n    print(n)\n    return n / 0\n")
    with pytest.raises(LearnerError) as caught:
        Learner(names).half(3)
    assert caught.value.where == "line 3: return n / 0"


def test_the_line_is_the_learners_even_if_a_library_raised(tmp_path: Path) -> None:
    names = written(tmp_path, "def mean(times):\n    return statistics.mean(times)\n")
    names["statistics"] = statistics
    with pytest.raises(LearnerError) as caught:
        Learner(names).mean([])
    assert caught.value.where == "line 2: return statistics.mean(times)"


def test_wrong_arguments_are_the_learners_error() -> None:
    with pytest.raises(LearnerError, match=r"allowed\(\) raised TypeError"):
        Learner({"allowed": lambda sent: True}).allowed()


def test_an_error_that_cannot_be_shown_is_named() -> None:
    class Mute(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    assert describe(Mute()) == "Mute"
    assert describe(ValueError("x" * 1000)) == f"ValueError: {'x' * 200}"


def test_a_property_that_raises_is_the_learners_error() -> None:
    class Odd:
        @property
        def times(self) -> None:
            raise ZeroDivisionError

    made = Learner({"Odd": Odd}).Odd()
    with pytest.raises(LearnerError, match=r"o\.times raised ZeroDivisionError"):
        _ = made.times


def test_an_object_is_a_handle_that_equals_nothing() -> None:
    class Equal:
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = None

    made = Learner({"Equal": Equal}).Equal()
    assert isinstance(made, Handle)
    assert made != 3
    with pytest.raises(Mismatch, match="Got an Equal, expected 3"):
        expect(made, 3)


def test_private_names_of_an_object_are_not_handed_out() -> None:
    made = Learner({"Window": Window}).Window(1, 2)
    with pytest.raises(AttributeError):
        _ = made._secret


def stumbled(learner: Learner, body: Any) -> str:
    """What the learner is told about the error that the check's ``body`` stumbles over."""
    with pytest.raises((TypeError, AttributeError)) as caught:
        body(learner)
    return learner.misused(caught.value)


def test_a_name_that_holds_a_value_in_place_of_a_function_is_told_to_the_learner() -> None:
    learner = Learner({"allowed": True})
    assert stumbled(learner, lambda names: names.allowed([])) == "allowed is True, not a function."


def test_an_attribute_that_hides_a_method_is_told_to_the_learner() -> None:
    class Hides:
        def __init__(self) -> None:
            self.allow = 0

    learner = Learner({"Hides": Hides})
    told = stumbled(learner, lambda names: names.Hides().allow(3))
    assert told == "h.allow is 0, not a function."


def test_a_function_in_place_of_a_class_is_told_to_the_learner() -> None:
    learner = Learner({"Window": lambda limit: None})
    told = stumbled(learner, lambda names: names.Window(1).allow(3))
    assert told == "Window(1) gave None, which has no allow: is it a class?"


def test_a_mistake_of_the_check_itself_is_not_put_on_the_learner() -> None:
    learner = Learner({"limit": 3})
    assert learner.limit == 3
    assert stumbled(learner, lambda names: (names.limit + 1.5)()) == ""
    assert stumbled(learner, lambda names: str(names.limit).missing) == ""
    assert Learner({}).misused(TypeError("'NoneType' object is not callable")) == ""


class Slots:
    __slots__ = ("inside",)

    def __init__(self, inside: Any) -> None:
        self.inside = inside


@pytest.mark.parametrize(
    ("inside", "count"),
    [
        ([1, 2, 3], 3),
        (deque([1, 2]), 2),
        ({1: [2, 3]}, 3),
        ({1, 2}, 2),
        ([(1, 2), (3, 4)], 6),
        (Slots([1, 2, 3, 4]), 4),
        (7, 0),
    ],
    ids=lambda value: type(value).__name__,
)
def test_kept_counts_the_values_in_containers(inside: Any, count: int) -> None:
    class Keeps:
        shared = (1, 2, 3, 4, 5)

        def __init__(self) -> None:
            self.inside = inside

    made = Learner({"Keeps": Keeps}).Keeps()
    with_own_attributes = Learner({"Slots": Slots}).Slots(inside)
    assert made.kept() == with_own_attributes.kept() == count


def test_kept_ends_on_what_holds_itself() -> None:
    inside: list[Any] = [1]
    inside.append(inside)
    assert Learner({"Slots": Slots}).Slots(inside).kept() == 2
