"""What answers an exercise cannot be called while that exercise is being checked.

The course's own library holds code that would answer some exercises (the timeline knows which
sends a moving window admits). It is marked with :func:`answers`; a learner's function that calls
it inside a check gets an :class:`AnswerInUse` that says so.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_being_checked: list[str] = []


class AnswerInUse(Exception):
    """Raised when code under check calls the course's own answer to the exercise."""


@contextmanager
def withheld(exercise: str) -> Iterator[None]:
    """While the block runs, what is marked as an answer to ``exercise`` refuses to work."""
    _being_checked.append(exercise)
    try:
        yield
    finally:
        _being_checked.remove(exercise)


def answers(*exercises: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Mark a function as an answer to ``exercises``.

    An exercise is a suite's id ("throttle.allowed") or the part of it before the dot, which means
    every exercise of that name ("throttle").
    """

    def mark(function: Callable[P, T]) -> Callable[P, T]:
        @functools.wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> T:
            if any(_matches(exercise, exercises) for exercise in _being_checked):
                raise AnswerInUse(
                    f"{function.__name__} belongs to the course and answers this exercise, "
                    "so it is not available while your work is checked. Write your own."
                )
            return function(*args, **kwargs)

        del guarded.__wrapped__  # no way around
        return guarded

    return mark


def _matches(exercise: str, marked: tuple[str, ...]) -> bool:
    return exercise in marked or exercise.partition(".")[0] in marked
