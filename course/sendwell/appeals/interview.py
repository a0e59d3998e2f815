"""The questions of a case, in order, and answers that may be half finished.

The terminal and the notebook ask the same questions: they share this module and its file.
"""

from __future__ import annotations

import dataclasses
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from sendwell.appeals import strings_case
from sendwell.appeals import strings_interview as strings
from sendwell.appeals.case import Case
from sendwell.appeals.read import CaseError, case_from, field_problems, fields_of
from sendwell.files import replace_file

#: Parts that may hold several of a kind.
SEVERAL = ("history", "sent", "evidence", "remedies")
PARTS = tuple(strings.PARTS)
_ABOUT, _LISTS = ("title", "fictional", "place"), ("others", "unknown")
#: Of a field with a choice, what it is before anybody has answered; no answer is put into a mouth.
_BLANK = {
    "history.kind": "other",
    "evidence.kind": "other",
    "account.admin": "",
    "notice.where": "",
}
#: What people put between the digits of a number.
_SPACING = re.compile(r"[ ()./\u00a0-]")
#: Stands for an entry for which every question is asked.
_EVERYTHING: Mapping[str, Any] = {}


@dataclass(frozen=True)
class Question:
    """One field of a case: ``key`` is "sent.people", ``hint`` its type."""

    key: str
    hint: Any

    @property
    def name(self) -> str:
        """The field's name within its part."""
        return self.key.rpartition(".")[2]

    @property
    def help(self) -> str:
        """What belongs into the field."""
        parts = (strings_case.FIELDS[self.key], strings_case.MORE.get(self.key, ""))
        return " ".join(filter(None, parts))

    def label(self, choice: str) -> str:
        """A choice with what it means, where its words alone do not say it."""
        means = strings_case.MEANS.get(self.key, {}).get(choice)
        return strings_case.CHOICE.format(choice=choice, means=means) if means else choice

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be chosen; empty where words are written."""
        return tuple(filter(None, get_args(self.hint))) if get_origin(self.hint) is Literal else ()

    @property
    def is_list(self) -> bool:
        """Whether the answer is a list of words."""
        return get_origin(self.hint) is tuple

    @property
    def is_count(self) -> bool:
        """Whether the answer is a number that may be unknown."""
        return bool(self.hint == int | None)

    @property
    def is_bool(self) -> bool:
        """Whether the answer is yes or no."""
        return self.hint is bool

    @property
    def blank(self) -> Any:
        """The answer of somebody who has not answered."""
        if self.choices:
            unknown = strings_case.UNKNOWN
            return _BLANK.get(self.key, unknown if unknown in self.choices else "")
        if self.is_list:
            return []
        if self.is_bool:
            return self.key == "fictional"
        return strings_case.UNKNOWN if self.is_count else ""

    def read(self, text: str) -> Any:
        """The value that a typed answer means; ``problem`` says whether it can stand."""
        text = text.strip()
        if self.choices and text.isdecimal() and 1 <= int(text) <= len(self.choices):
            return self.choices[int(text) - 1]
        if self.is_bool:
            low = text.casefold()
            return low in strings.YES_WORDS if low in strings.YES_WORDS | strings.NO_WORDS else text
        if self.is_list:
            return [one.strip() for one in text.replace("\n", ";").split(";") if one.strip()]
        if self.is_count and text.isdecimal():
            return int(text)
        if self.key == "account.number":
            return _SPACING.sub("", text)
        return (text.casefold() if self.choices else text) or self.blank

    def show(self, value: Any) -> str:
        """A value as it would be typed."""
        if isinstance(value, bool):
            return strings.YES if value else strings.NO
        return "; ".join(value) if isinstance(value, list) else str(value)

    def problem(self, value: Any) -> str:
        """Why the value cannot stand, in a sentence; "" if it can."""
        if self.choices and value == "" and self.key in {"account.kind", "notice.where"}:
            value = None
        if self.key == "measure.kind" and value == "":
            value = None
        told = {"place": self.name, "value": strings_case.EMPTY if value is None else str(value)}
        if value is None:
            return strings_case.NOT_IN.format(choices=", ".join(self.choices), **told)
        return next(field_problems(value, self.hint, self.key), "")


@dataclass
class Interview:
    """The answers so far, by part. ``file`` keeps them; ``binder`` allows invented cases only."""

    answers: dict[str, Any]
    file: Path | None = None
    part: int = 0
    binder: bool = False
    _hints: dict[str, Any] = field(default_factory=lambda: fields_of(Case), repr=False)

    def questions(self, part: str, entry: Mapping[str, Any] | None = None) -> list[Question]:
        """The questions of a part; of ``entry``'s answers depends which are asked."""
        if part in {"about", "lists"}:
            names = _ABOUT if part == "about" else _LISTS
            return [Question(name, self._hints[name]) for name in names]
        hint = self._hints[part]
        kind = get_args(hint)[0] if part in SEVERAL else hint
        asked = [Question(f"{part}.{name}", one) for name, one in fields_of(kind).items()]
        return [one for one in asked if _is_asked(one.key, {} if entry is None else entry)]

    def entry(self, part: str, index: int = 0) -> dict[str, Any]:
        """Where the answers of a part are kept; for a part with several, of one of them."""
        if part in {"about", "lists"}:
            return self.answers
        if part in SEVERAL:
            entries: list[dict[str, Any]] = self.answers.setdefault(part, [])
            while len(entries) <= index:
                entries.append({})
            return entries[index]
        single: dict[str, Any] = self.answers.setdefault(part, {})
        return single

    def answer(self, question: Question, entry: dict[str, Any], value: Any) -> str:
        """Keep an answer; the sentence that says why not, if it cannot stand."""
        if self.binder and question.key == "fictional" and value is False:
            return strings.BINDER_REAL
        if problem := question.problem(value):
            return problem
        entry[question.name] = value
        self.save()
        return ""

    def filled(self) -> dict[str, Any]:
        """The answers with every field that nobody has answered left blank."""
        raw: dict[str, Any] = {}
        for part in PARTS:
            if part in SEVERAL:
                raw[part] = [self._fill(part, one) for one in self.answers.get(part, [])]
            elif part in {"about", "lists"}:
                raw.update(self._fill(part, self.answers))
            else:
                raw[part] = self._fill(part, self.answers.get(part, {}))
        return raw

    def case(self) -> Case:
        """The case. Raises CaseError with a sentence for what cannot be left blank."""
        return case_from(self.filled())

    def save(self) -> None:
        """Keep the answers in the file, in one step. Raises OSError."""
        if self.file is not None:
            kept = {"part": self.part, "answers": self.answers}
            self.file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self.file, json.dumps(kept, indent=1, ensure_ascii=False) + "\n")

    def _fill(self, part: str, entry: Mapping[str, Any]) -> dict[str, Any]:
        asked = {one.key: one for one in self.questions(part, entry)}
        every = self.questions(part, _EVERYTHING)
        told = {one.name: entry.get(one.name, one.blank) for one in asked.values()}
        return {one.name: told.get(one.name, "") for one in every}


def resume(file: Path, *, binder: bool = False) -> Interview:
    """The interview kept in ``file``, or a new one. Raises CaseError for a file it cannot read.

    On Binder a real case is refused.
    """
    interview = Interview({}, file, binder=binder)
    if file.exists():
        try:
            kept = json.loads(file.read_text(encoding="utf-8"))
            interview.answers, interview.part = dict(kept["answers"]), int(kept["part"])
            interview.filled()
        except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
            raise CaseError((strings.DAMAGED.format(name=file.name),), file.name) from error
    if binder and interview.answers.get("fictional") is False:
        raise CaseError((strings.BINDER_FILE.format(name=file.name),), file.name)
    return interview


def answers_of(case: Case) -> dict[str, Any]:
    """The answers that make a case."""
    return dict(_plain(dataclasses.asdict(case)))


def on_binder(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this runs on a server that Binder lent."""
    return any(name.startswith("BINDER_") for name in environment)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return strings_case.UNKNOWN if value is None else value


def _is_asked(key: str, entry: Mapping[str, Any]) -> bool:
    if entry is _EVERYTHING:
        return True
    if key in {"account.admin", "account.provider"}:
        return entry.get("kind") == "business platform"
    if key == "measure.until":
        return entry.get("kind", "unknown") in {"temporary ban", "restriction", "unknown"}
    return True
