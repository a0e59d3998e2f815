"""Read a form whose lines each hold one of a few words: forgiving about spelling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sendwell.cards import strings
from sendwell.shop.form import Problem, Words, key_of, nearest, read_lines, tidy


@dataclass(frozen=True)
class Row:
    """One line of a form.

    ``right`` are the right answers, the best first, each with its reason. ``about`` says what
    decides here; ``wrong`` says more about single wrong answers.
    """

    title: str
    right: Mapping[str, str]
    about: str
    hints: tuple[str, str, str]
    wrong: Mapping[str, str] = field(default_factory=dict)

    def feedback(self, given: str) -> str:
        """Why ``given`` is wrong, in a few sentences; "" if it is right."""
        if given in self.right:
            return ""
        why = self.wrong.get(given) or f"{strings.MEANS[given]} {self.about}".strip()
        return strings.ANSWERED.format(answer=given, why=why)


@dataclass(frozen=True)
class Form:
    """A form of the notebook: the ``name`` of its value, what may be typed, and its rows."""

    name: str
    words: Words
    rows: tuple[Row, ...]


def read_words(text: str, words: Words, count: int) -> Mapping[int, str | Problem]:
    r"""Return the key of each line from 1 to ``count``, or what is wrong with the line.

    >>> read_words("1. A temporary ban.", strings.KINDS, 1)
    {1: 'temporary ban'}
    """

    def word(number: int, given: str) -> str | Problem:
        plain = tidy(given)
        if found := key_of(plain, words):
            return found
        meant = nearest(plain, (spelled for several in words.values() for spelled in several))
        form = strings.MEANT if meant else strings.UNREADABLE
        told = {"number": number, "text": given[:60], "meant": meant, "words": ", ".join(words)}
        return Problem(form.format(**told))

    return read_lines(text, range(1, count + 1), word, next(iter(words)))
