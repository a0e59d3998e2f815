"""What the cells of m04's decide notebook show: reasons, counts of words, findings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from sendwell.checklist import ADVICE, Audience, Draft, findings
from sendwell.data import LANGUAGES, Message, messages
from sendwell.reports.view import Reasons, letter_reasons, reasons_of
from sendwell.wording import strings
from sendwell.wording.form import read_judgements
from sendwell.wording.questions import QUESTIONS
from sendwell.wording.situations import SITUATIONS

#: The labels of messages that somebody asked for, or that run between people.
WANTED = frozenset({"personal", "service", "invited"})
_EXAMPLES = 4


def judged(names: Mapping[str, Any], form: str = "messages") -> Reasons:
    """Say why the right lines of a form in ``names`` (``globals()``) are right.

    ``form`` is "messages" or "chat". Lines that are wrong or blank get their number only.
    """
    text = names.get(form)
    if form == "chat":
        return letter_reasons(QUESTIONS, text)
    given = read_judgements(text if isinstance(text, str) else "", len(SITUATIONS))
    keys = {
        n: {str(judgement): why for judgement, why in situation.right.items()}
        for n, situation in enumerate(SITUATIONS, 1)
    }
    return reasons_of(keys, {n: str(found) for n, found in given.items()})


@dataclass(frozen=True, repr=False)
class Counts:
    """What a filter of ``words`` does to the corpus: four counts, and some of its mistakes."""

    words: tuple[str, ...]
    found: int
    missed: int
    alarms: int
    passed: int
    alarm_texts: tuple[str, ...]
    missed_texts: tuple[str, ...]

    def __repr__(self) -> str:
        rows = [strings.WORDS_HEAD, *self._rows()]
        table = "\n".join(
            f"{row[0]:10}" + "".join(f"{cell:>13}" for cell in row[1:]) for row in rows
        )
        lists = "\n".join(
            f"{title}:\n" + "\n".join(f"- {text}" for text in texts)
            for title, texts in self._lists()
        )
        return "\n".join((self._title(), *self._notes(), table, lists))

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in strings.WORDS_HEAD)
        body = "".join(
            f'<tr><th scope="row">{escape(row[0])}</th>'
            + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
            + "</tr>"
            for row in self._rows()
        )
        lists = "".join(
            f"<p><strong>{escape(title)}</strong></p><ul>"
            + "".join(f"<li>{escape(text)}</li>" for text in texts)
            + "</ul>"
            for title, texts in self._lists()
        )
        notes = "".join(f"<p>{escape(note)}</p>" for note in self._notes())
        return (
            f'<div class="sendwell-words">{notes}<table><caption>{escape(self._title())}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{lists}</div>"
        )

    def _title(self) -> str:
        return strings.WORDS_TITLE.format(words=", ".join(self.words))

    def _notes(self) -> list[str]:
        return [
            strings.WORDS_TOGETHER.format(word=word)
            for word in self.words
            if re.search(r"\s", word)
        ]

    def _rows(self) -> list[tuple[str, ...]]:
        counts = ((self.found, self.missed), (self.alarms, self.passed))
        both = (self.found + self.alarms, self.missed + self.passed)
        return [
            (name, str(flagged), str(alone), str(flagged + alone))
            for name, (flagged, alone) in zip(strings.WORDS_ROWS, (*counts, both), strict=True)
        ]

    def _lists(self) -> list[tuple[str, tuple[str, ...]]]:
        none = (strings.WORDS_NO_EXAMPLE,)
        return [
            (strings.WORDS_ALARMS, self.alarm_texts or none),
            (strings.WORDS_MISSED, self.missed_texts or none),
        ]


def measure_words(*words: str, language: str = "en") -> Counts:
    """Flag each message of the corpus that has one of ``words`` as a whole word, in any case.

    Raises ValueError, in a sentence, without a word or with an unknown language.
    """
    texts = (word.strip(" .,;:!?") for word in words if isinstance(word, str))
    wanted = tuple(filter(None, texts))
    if not wanted:
        raise ValueError(strings.WORDS_NONE)
    if language not in LANGUAGES:
        raise ValueError(strings.WORDS_LANGUAGE.format(language=repr(language)))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, wanted))})(?!\w)", re.IGNORECASE)
    groups: dict[tuple[bool, bool], list[Message]] = {}
    for message in messages(language):
        key = message.label not in WANTED, bool(pattern.search(message.text))
        groups.setdefault(key, []).append(message)

    def group(*key: bool) -> Sequence[Message]:
        return groups.get((key[0], key[1]), [])

    return Counts(
        wanted,
        found=len(group(True, True)),
        missed=len(group(True, False)),
        alarms=len(group(False, True)),
        passed=len(group(False, False)),
        alarm_texts=_some(group(False, True)),
        missed_texts=_some(group(True, False)),
    )


def _some(several: Sequence[Message]) -> tuple[str, ...]:
    """A few texts, from the whole of ``several`` and the same each time; none is abuse."""
    shown = [message.text for message in several if message.label != "abuse"]
    return tuple(shown[:: max(1, len(shown) // _EXAMPLES)][:_EXAMPLES])


@dataclass(frozen=True, repr=False)
class Look:
    """What was found in a draft, as sentences."""

    lines: tuple[str, ...]

    def __repr__(self) -> str:
        if not self.lines:
            return strings.LOOK_NONE
        return "\n".join((f"{strings.LOOK_TITLE}:", *(f"- {line}" for line in self.lines)))


def look_at(message: str, sender: str, *, asked: bool, left: int = 0, attachment: str = "") -> Look:
    """Say what to change in ``message`` before it goes, in the order of the checklist.

    ``sender`` is the name that people know you by; ``asked`` whether all who get it asked for
    messages of this kind; ``left`` how many of them said stop since. Raises TypeError.
    """
    if not isinstance(message, str) or not isinstance(sender, str) or not isinstance(asked, bool):
        raise TypeError(strings.LOOK_NOT_TEXT)
    found = findings(Draft(message, sender, attachment), Audience(asked=asked, left=left))
    return Look(
        tuple(
            f"{ADVICE[one.code]} ({one.piece})" if one.piece else ADVICE[one.code] for one in found
        )
    )
