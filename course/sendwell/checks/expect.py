"""How a check says what it wanted."""

from __future__ import annotations

from typing import Any

from sendwell.checks.values import is_plain, kind_of, plain, same, show


class Mismatch(AssertionError):
    """A learner's code did something else than the contract says.

    ``wanted`` is the expected value as text, ``because`` a sentence for the learner;
    ``about_last_call`` says that ``wanted`` is what the last call should have returned.
    """

    def __init__(
        self, found: str, wanted: str, because: str, *, about_last_call: bool = False
    ) -> None:
        sentence = f"{found}, expected {wanted}. {because}".strip()
        super().__init__(sentence[:1].upper() + sentence[1:])
        self.found = found
        self.wanted = wanted
        self.because = because
        self.about_last_call = about_last_call


class Partly(AssertionError):
    """What a learner's code does is worth some of a check's points: ``earned`` of them.

    For what is measured in bands. ``message`` says what was measured, and what gives the rest.
    """

    def __init__(self, earned: float, message: str) -> None:
        super().__init__(message)
        self.earned = earned


def expect(found: Any, wanted: Any, because: str = "") -> None:
    """Pass if ``found`` is ``wanted`` in value and in exact type; else raise Mismatch.

    numpy's numbers count as Python's. ``because`` is shown to the learner after the comparison.
    """
    found = plain(found)
    if same(found, wanted):
        return
    text = f"got {show(found)}" if is_plain(found) else f"got {kind_of(found)}"
    if type(found) is not type(wanted):
        because = f"{_type_advice(found, wanted)} {because}".strip()
    raise Mismatch(text, show(wanted), because, about_last_call=True)


def expect_that(
    truth: bool,  # noqa: FBT001  (it reads as a sentence)
    found: str,
    wanted: str,
    because: str = "",
) -> None:
    """Pass if ``truth``; else raise Mismatch with the two descriptions: for what has many answers.

    ``found`` and ``wanted`` complete "..., expected ...".
    """
    if not truth:
        raise Mismatch(found, wanted, because)


def _type_advice(found: Any, wanted: Any) -> str:
    if found is None:
        return "Your code returned nothing: is a return missing on this path?"
    if isinstance(wanted, bool):
        return f"The answer must be True or False, not {kind_of(found)}."
    if isinstance(wanted, int) and isinstance(found, float):
        return "A whole number (int) is wanted, not a float. // gives one, rounded down."
    if isinstance(wanted, int):
        return f"The answer must be a whole number (int), not {kind_of(found)}."
    if kind_of(found) == kind_of(wanted):
        name = type(wanted).__name__
        return f"The answer must be the course's {name}, not a class of your own of that name."
    return f"The answer must be {kind_of(wanted)}, not {kind_of(found)}."
