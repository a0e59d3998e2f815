"""``reasons(globals(), "kinds")``: for each right line of a form, why, and what else is right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from sendwell.cards import strings
from sendwell.cards.form import read_words
from sendwell.cards.rows import FORMS


@dataclass(frozen=True, repr=False)
class Reasons:
    """What a form's right lines rest on; ``open`` are the numbers of the others."""

    lines: tuple[str, ...]
    open: tuple[int, ...]

    def __repr__(self) -> str:
        head = [strings.REASONS_TITLE] if self.lines else []
        return "\n".join([*head, *self.lines, self._last()])

    def _repr_html_(self) -> str:
        items = "".join(f'<li style="margin-bottom:6px">{escape(line)}</li>' for line in self.lines)
        listed = f'<ul style="list-style:none;padding-left:0">{items}</ul>' if items else ""
        head = f"<p><strong>{escape(strings.REASONS_TITLE)}</strong></p>" if items else ""
        return f'<div class="sendwell-reasons">{head}{listed}<p>{escape(self._last())}</p></div>'

    def _last(self) -> str:
        if not self.lines:
            return strings.REASONS_NONE
        if not self.open:
            return strings.REASONS_ALL
        return strings.REASONS_OPEN.format(lines=", ".join(map(str, self.open)))


def reasons(names: Mapping[str, Any], form: str) -> Reasons:
    """Say why the right lines of a form in ``names`` (``globals()``) are right.

    ``form`` is "kinds", "helpers", "steps" or "meanwhile". Lines that are wrong or blank get their
    number only, so that nobody reads an answer here before finding it.
    """
    chosen = FORMS[form]
    text = names.get(form)
    given = read_words(text if isinstance(text, str) else "", chosen.words, len(chosen.rows))
    lines, left = [], []
    for number, row in enumerate(chosen.rows, 1):
        answer = given[number]
        if not isinstance(answer, str) or answer not in row.right:
            left.append(number)
            continue
        also = [
            strings.REASONS_ALSO.format(answer=other, why=why)
            for other, why in row.right.items()
            if other != answer
        ]
        lines.append(" ".join([f"{number}. {answer}: {row.right[answer]}", *also]))
    return Reasons(tuple(lines), tuple(left))
