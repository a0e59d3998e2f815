"""``reasons(globals())``: for each line that is right, why, and what else would be right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from sendwell.reports import strings
from sendwell.reports.form import read_decisions, read_letters
from sendwell.reports.people import QUESTIONS, Question
from sendwell.reports.situations import SITUATIONS


@dataclass(frozen=True, repr=False)
class Reasons:
    """What a form's right lines rest on; ``open`` are the numbers of the others."""

    lines: tuple[tuple[int, str, tuple[str, ...]], ...]
    open: tuple[int, ...]

    def __repr__(self) -> str:
        parts = [self._first(), *(f"{line} {' '.join(more)}" for line, more in self._said())]
        return "\n".join([part.strip() for part in parts] + [self._last()])

    def _repr_html_(self) -> str:
        items = "".join(
            f'<li style="margin-bottom:6px">{escape(line)}{_inner(more)}</li>'
            for line, more in self._said()
        )
        listed = f'<ul style="list-style:none;padding-left:0">{items}</ul>' if items else ""
        return (
            f'<div class="sendwell-reasons"><p><strong>{escape(self._first())}</strong></p>'
            f"{listed}<p>{escape(self._last())}</p></div>"
        )

    def _first(self) -> str:
        return strings.REASONS_TITLE if self.lines else ""

    def _last(self) -> str:
        if not self.lines:
            return strings.REASONS_NONE
        if not self.open:
            return strings.REASONS_ALL
        return strings.REASONS_OPEN.format(lines=", ".join(map(str, self.open)))

    def _said(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(f"{number}. {line}", more) for number, line, more in self.lines]


def _inner(lines: tuple[str, ...]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def reasons(names: Mapping[str, Any], form: str = "messages") -> Reasons:
    """Say why the right lines of a form in ``names`` (``globals()``) are right.

    ``form`` is "messages" or "people". Lines that are wrong or blank get their number only, so
    that nobody reads an answer here before finding it.
    """
    if form == "people":
        return letter_reasons(QUESTIONS, names.get(form))
    text = names.get(form)
    text = text if isinstance(text, str) else ""
    keys = {
        n: {str(decision): why for decision, why in situation.right.items()}
        for n, situation in enumerate(SITUATIONS, 1)
    }
    given = {n: str(found) for n, found in read_decisions(text, len(SITUATIONS)).items()}
    return reasons_of(keys, given)


def letter_reasons(questions: Sequence[Question], text: object) -> Reasons:
    """The same for a form of letters, one line for each of ``questions``."""
    letters = {n: question.letters for n, question in enumerate(questions, 1)}
    read = read_letters(text if isinstance(text, str) else "", letters)
    keys = {n: question.right for n, question in enumerate(questions, 1)}
    return reasons_of(keys, {n: str(found) for n, found in read.items()})


def reasons_of(keys: Mapping[int, Mapping[str, str]], given: Mapping[int, str]) -> Reasons:
    """What stands behind the lines of ``given`` that are in ``keys``: right answers, reasons."""
    lines = []
    for number, right in keys.items():
        answer = given[number]
        if answer in right:
            more = tuple(
                strings.REASONS_OTHER.format(answer=other, why=why)
                for other, why in right.items()
                if other != answer
            )
            lines.append((number, f"{answer}: {right[answer]}", more))
    found = {number for number, *_ in lines}
    return Reasons(tuple(lines), tuple(number for number in keys if number not in found))
