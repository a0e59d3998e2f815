"""What a check says when it did not get what it wanted."""

from __future__ import annotations

from typing import Any

import pytest

from sendwell.checks import Mismatch, expect, expect_that
from sendwell.review import Route

NOTHING = object()

LOOKS_ALIKE = type("Route", (), {})()

NO_FLOAT = "A whole number (int) is wanted, not a float. // gives one, rounded down."


@pytest.mark.parametrize("value", [True, 0, None, [1], "a", float("nan")])
def test_the_same_value_passes(value: Any) -> None:
    expect(value, value)


@pytest.mark.parametrize(
    ("found", "wanted", "advice"),
    [
        (1, True, "The answer must be True or False, not an int."),
        (None, True, "Your code returned nothing: is a return missing on this path?"),
        (None, 5, "Your code returned nothing: is a return missing on this path?"),
        (5.0, 5, NO_FLOAT),
        (float("nan"), 5, NO_FLOAT),
        (True, 1, "The answer must be a whole number (int), not a bool."),
        ("5", 5, "The answer must be a whole number (int), not a str."),
        ((1,), [1], "The answer must be a list, not a tuple."),
        (NOTHING, [1], "The answer must be a list, not an object."),
        (
            LOOKS_ALIKE,
            Route("closed"),
            "The answer must be the course's Route, not a class of your own of that name.",
        ),
    ],
)
def test_the_wrong_type_gets_advice(found: Any, wanted: Any, advice: str) -> None:
    with pytest.raises(Mismatch) as caught:
        expect(found, wanted, "Because.")
    assert str(caught.value).endswith(f"{advice} Because.")


def test_a_mismatch_says_what_came_what_was_wanted_and_why() -> None:
    with pytest.raises(Mismatch) as caught:
        expect(90_000, 80_000, "The oldest leaves then.")
    assert str(caught.value) == "Got 90_000, expected 80_000. The oldest leaves then."
    assert (caught.value.wanted, caught.value.because) == ("80_000", "The oldest leaves then.")


def test_expect_that_passes_on_truth_and_tells_what_was_found() -> None:
    expect_that(True, "this", "that")
    with pytest.raises(Mismatch, match=r"This, expected that\. So\."):
        expect_that(False, "this", "that", "So.")


def test_an_object_is_never_asked_for_its_repr() -> None:
    class Raises:
        def __repr__(self) -> str:
            raise RuntimeError

    with pytest.raises(Mismatch, match="Got a Raises, expected 1"):
        expect(Raises(), 1)
