"""What a learner raised is said by the judge in the same words."""

from __future__ import annotations

import pytest

from fairmark.judge.raised import exception, words_of
from fairmark.replies import Raised
from fairmark.untrusted.objects import record_error
from sendwell.checks.words import describe


class MissingError(KeyError):
    """A learner's own."""


def as_the_judge_raises_it(error: BaseException) -> Exception:
    return exception(Raised(**record_error(error)))


@pytest.mark.parametrize(
    "error",
    [
        KeyError(1),
        KeyError("1"),
        KeyError(("a", 2)),
        KeyError("a", 2),
        KeyError(),
        KeyError(""),
        KeyError('it\'s "so"'),
        KeyError("a" * 500),
        KeyError(range(3)),
        KeyError(object),
        ValueError("no"),
        ValueError(),
        ZeroDivisionError("division by zero"),
        FileNotFoundError(2, "No such file or directory", "a.csv"),
    ],
    ids=repr,
)
def test_the_words_are_the_same(error: BaseException) -> None:
    said = as_the_judge_raises_it(error)
    assert isinstance(said, type(error))
    assert str(said) == str(error)
    assert describe(said) == describe(error)


@pytest.mark.parametrize("key", [1, "1", ("a", 2), None, 2.5, ""])
def test_a_plain_key_is_the_key(key: object) -> None:
    assert as_the_judge_raises_it(KeyError(key)).args == (key,)


def test_an_own_exception_keeps_its_name() -> None:
    said = as_the_judge_raises_it(MissingError("x"))
    assert isinstance(said, KeyError)
    assert str(said) == "MissingError: 'x'"


def test_an_exception_that_cannot_be_made_from_words_keeps_its_name() -> None:
    error = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
    assert describe(as_the_judge_raises_it(error)).startswith("Exception: UnicodeDecodeError: 'utf")


@pytest.mark.parametrize("error", [SystemExit(3), KeyboardInterrupt(), StopIteration(1)])
def test_what_would_end_the_judge_does_not(error: BaseException) -> None:
    said = as_the_judge_raises_it(error)
    assert type(said) is RuntimeError
    assert type(error).__name__ in str(said)


def test_words_that_python_does_not_write_out_stop_nobody() -> None:
    assert words_of(AssertionError(10**5_000)) == ""
    assert words_of(AssertionError("no")) == "no"
