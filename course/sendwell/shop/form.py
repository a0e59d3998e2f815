"""Read the form of numbered answers: forgiving about spelling, exact about meaning."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from sendwell.shop import strings

#: "wait 6 s", "wait for 1 h and 30 min"
_WAIT = re.compile(rf"{strings.WAIT}(?: for)?((?: ?\d+(?:[.,]\d+)? ?[a-z]+(?: and)?)+)")

#: Each key by every way to write it, the usual one first.
Words = Mapping[str, tuple[str, ...]]
Kind = Literal["send", "wait", "do not send"]
Read = TypeVar("Read")


@dataclass(frozen=True)
class Answer:
    """One decision. ``wait`` is in milliseconds, and 0 unless ``kind`` is "wait"."""

    kind: Kind
    wait: int = 0

    def __str__(self) -> str:
        if self.kind != "wait":
            return self.kind
        for unit, length in (("h", 3_600_000), ("min", 60_000), ("s", 1_000)):
            if self.wait % length == 0:
                return f"{strings.WAIT} {self.wait // length} {unit}"
        return f"{strings.WAIT} {self.wait / 1_000:g} s"


@dataclass(frozen=True)
class Problem:
    """Why a line could not be read; ``blank`` if nobody has answered it yet."""

    message: str
    blank: bool = False


def read_form(text: str, count: int) -> Mapping[int, Answer | Problem]:
    r"""Return the answer of each line from 1 to ``count``, or what is wrong with it.

    A line is a number, perhaps a full stop, bracket or colon, and the answer; lines in any order.
    A mistake in one line leaves the others as they are.

    >>> read_form("1. send\n2) wait 6 seconds", 2)
    {1: Answer(kind='send', wait=0), 2: Answer(kind='wait', wait=6000)}
    """
    return read_lines(text, range(1, count + 1), _read, strings.FORM_EXAMPLE)


def read_lines(
    text: str,
    numbers: Iterable[int],
    read: Callable[[int, str], Read | Problem],
    example: str = strings.FORM_EXAMPLE,
) -> Mapping[int, Read | Problem]:
    """Return what ``read(number, answer)`` makes of the line of each of ``numbers``.

    It is not asked about a line that is missing, there twice, or still blank: those are a Problem.
    ``example`` is an answer to show where a line is missing.
    """
    lines: dict[int, list[str]] = {}
    unnumbered = ""
    for line in text.splitlines():
        found = re.match(r"\s*(\d+)\s*[.):,\-]?\s*(.*)", line)
        if found:
            lines.setdefault(int(found[1]), []).append(found[2].strip())
        elif line.strip():
            unnumbered = unnumbered or line.strip()
    given: dict[int, Read | Problem] = {}
    for number in numbers:
        answers = lines.get(number, [])
        if answers:
            given[number] = _one(number, answers, read)
            continue
        message = strings.FORM_MISSING.format(number=number, example=example)
        if unnumbered:
            message += " " + strings.FORM_UNNUMBERED.format(line=unnumbered[:60])
        given[number] = Problem(message)
    return given


def _one(
    number: int, found: list[str], read: Callable[[int, str], Read | Problem]
) -> Read | Problem:
    if len(found) > 1:
        return Problem(strings.FORM_TWICE.format(number=number, times=len(found)))
    text = found[0]
    if not text.strip("? ."):
        return Problem(strings.FORM_BLANK.format(number=number), blank=True)
    return read(number, text)


def _read(number: int, text: str) -> Answer | Problem:
    told = {"number": number, "text": text[:60], "forms": strings.FORMS}
    plain = tidy(text)
    if plain in strings.SEND:
        return Answer("send")
    if plain in strings.NEVER:
        return Answer("do not send")
    if re.fullmatch(rf"{strings.WAIT}(?: for| until.*| till.*)?(?: [\d.,]+)?", plain):
        return Problem(strings.FORM_WAIT_WHAT.format(**told))
    found = _WAIT.fullmatch(plain)
    if not found:
        several = re.search(r"\b(?:or|then)\b|/", plain)
        form = strings.FORM_TWO_ANSWERS if several else strings.FORM_UNREADABLE
        return Problem(form.format(**told))
    wait = 0.0
    for amount, unit in re.findall(r"(\d+(?:[.,]\d+)?) ?([a-z]+)", found[1]):
        if unit not in strings.UNITS:
            return Problem(strings.FORM_UNREADABLE.format(**told))
        wait += float(amount.replace(",", ".")) * strings.UNITS[unit]
    return Answer("wait", round(wait)) if wait else Answer("send")


def key_of(text: str, words: Words) -> str:
    """The key for which ``text`` is a spelling; "" if there is none.

    >>> key_of("yep", {"yes": ("yes", "yep"), "no": ("no",)})
    'yes'
    """
    return next((key for key, several in words.items() if text in several), "")


def leading(text: str, words: Words) -> tuple[str, str]:
    """The key whose longest spelling begins ``text``, and what stands behind it.

    >>> leading("yep of course", {"yes": ("yes", "yep"), "no": ("no",)})
    ('yes', 'of course')
    """
    spelled = [(word, key) for key, several in words.items() for word in several]
    for word, key in sorted(spelled, key=lambda pair: -len(pair[0])):
        if text == word or text.startswith(word + " "):
            return key, text[len(word) :].strip()
    return "", text


def nearest(text: str, spellings: Iterable[str]) -> str:
    """Which of ``spellings`` a mistyped ``text`` is most like; "" if it is like none.

    >>> nearest("wwarning", ["ban", "warning"])
    'warning'
    """
    return next(iter(difflib.get_close_matches(text, list(spellings), n=1, cutoff=0.8)), "")


def tidy(text: str) -> str:
    """Put ``text`` in small letters, single spaces and straight apostrophes, without end marks.

    Quotation marks around words go, too, however they are bent.

    >>> tidy("  Don't  SEND. ")
    "don't send"
    """
    text = re.sub("[\u2018\u2019`]", "'", text).replace("_", " ").lower()
    text = re.sub('["\u201c\u201d\u201e\u00ab\u00bb]', "", text)
    return re.sub(r"\s+", " ", text).strip(" .!;,?'")
