"""Read the forms of module m05: forgiving about spelling, exact about meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from sendwell.checks.values import show
from sendwell.reports import strings
from sendwell.shop.form import Problem, key_of, leading, read_lines, tidy

Kind = Literal["fine", "nuisance", "spam", "scam", "threat", "danger"]
Action = Literal["nothing", "block", "report", "both", "emergency"]

#: Words between the two halves, or before them, that say nothing.
_FILLERS = re.compile(r"^(?:(?:and|then|so|it is|i|would|call the|a|the) )+")


@dataclass(frozen=True)
class Decision:
    """What kind of message it is, and what is done about it."""

    kind: Kind
    action: Action

    def __str__(self) -> str:
        kind, action = strings.KINDS[self.kind][0], strings.ACTIONS[self.action][0]
        return strings.SHOWN.format(kind=kind, action=action)


def read_decisions(text: str, count: int) -> Mapping[int, Decision | Problem]:
    r"""Return the decision of each line from 1 to ``count``, or what is wrong with the line.

    >>> read_decisions("1. Scam: block and report", 1)
    {1: Decision(kind='scam', action='both')}
    """
    return read_lines(text, range(1, count + 1), _decision, strings.EXAMPLE)


def _decision(number: int, text: str) -> Decision | Problem:
    forms = strings.FORMS.format(number=number)
    told = {"number": number, "text": text[:60], "forms": forms}
    plain = re.sub(r"\s*[,;:/()\u2013\u2014]\s*|\s+-\s+", " ", tidy(text)).strip()
    kind, rest = leading(_FILLERS.sub("", plain), strings.KINDS)
    if not kind:
        known = key_of(plain, strings.ACTIONS)
        form = strings.NO_KIND if known else strings.UNREADABLE
        return Problem(form.format(**told))
    if not rest:
        return Problem(strings.NO_ACTION.format(**told))
    action = key_of(rest, strings.ACTIONS) or key_of(_FILLERS.sub("", rest), strings.ACTIONS)
    if not action and kind == "danger" and rest in strings.IN_DANGER:
        action = "emergency"
    if not action:
        beside = set(strings.BESIDE) & set(rest.split())
        form = strings.BESIDE_SAID if beside else strings.UNREADABLE
        return Problem(form.format(**told))
    return Decision(cast("Kind", kind), cast("Action", action))


def read_steps(text: str) -> Mapping[int, str | Problem]:
    """Return the step of each of four lines, or what is wrong with the line.

    >>> read_steps("1. keep")[1]
    'keep'
    """
    return read_lines(text, range(1, len(strings.STEPS) + 1), _step, strings.STEP_EXAMPLE)


def _step(number: int, text: str) -> str | Problem:
    found = key_of(tidy(text), strings.STEPS)
    told = {"number": number, "text": text[:60], "forms": strings.STEP_FORMS}
    return found or Problem(strings.UNREADABLE.format(**told))


def read_letters(text: str, letters: Mapping[int, str]) -> Mapping[int, str | Problem]:
    """Return the letter of each line; ``letters`` are those that its row has.

    >>> read_letters("1. B", {1: "abc"})
    {1: 'b'}
    """

    def letter(number: int, given: str) -> str | Problem:
        plain = tidy(given).strip("()[]")
        if len(plain) == 1 and plain in letters[number]:
            return plain
        forms = strings.LETTER_FORMS.format(number=number, letters=", ".join(letters[number]))
        return Problem(strings.LETTER_NONE.format(number=number, text=given[:60], forms=forms))

    return read_lines(text, letters, letter, strings.LETTER_EXAMPLE)


class Written(int):
    """A whole number that shows what it was read from."""

    shown = ""

    def __str__(self) -> str:
        return self.shown or int.__repr__(self)


def read_number(name: str, value: object) -> Written | Problem:
    """Return the whole number nearest to what ``value`` writes, or what is wrong with it.

    >>> read_number("guilty", "1 200")
    1200
    >>> print(read_number("innocent", "10.4"))
    10.4, which reads as 10
    """
    if isinstance(value, str):
        if not value.strip("? "):
            return Problem(strings.NUMBER_BLANK.format(name=name), blank=True)
        tidied = tidy(value)
        # Nobody writes 0,319 for 319.
        mark = r"(?!)" if tidied.startswith("0") else r"(?<=\d)[ ,_'](?=\d{3}\b)"
        plain = re.sub(mark, "", tidied).replace(",", ".")
        if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", plain):
            return _nearest(float(plain), tidied, plain)
    elif isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 10**9:
        return _nearest(value, str(value), str(value))
    form = strings.NUMBER_PERCENT if "%" in str(value) else strings.NUMBER_UNREADABLE
    return Problem(form.format(name=name, value=show(value)))


def _nearest(number: float, written: str, plain: str) -> Written:
    nearest = Written(int(number + 0.5))
    thousands = re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", plain)
    if thousands or nearest != number:
        form = strings.NUMBER_POINT if thousands else strings.NUMBER_READ
        nearest.shown = form.format(written=written, number=int(nearest))
    return nearest
