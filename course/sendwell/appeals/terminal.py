"""The interview in a terminal: the keyboard alone, leave and go on at any question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sendwell.appeals import strings_case
from sendwell.appeals import strings_interview as strings
from sendwell.appeals.interview import PARTS, SEVERAL, Interview, Question
from sendwell.appeals.paper import write_papers
from sendwell.appeals.read import CaseError

Ask = Callable[[str], str]
Say = Callable[[str], None]
_EMPTY, _HELP, _BACK, _LEAVE = "-", "?", "<", "!"


class Left(Exception):
    """The person leaves; everything is kept."""


class Back(Exception):
    """The person goes back to the part before."""


def converse(interview: Interview, today: str, folder: Path, ask: Ask, say: Say) -> bool:
    """Ask what is left, then write the papers into ``folder``; False if the person left before."""
    say(f"{strings.TITLE}\n{strings.BINDER if interview.binder else strings.INTRO}\n{strings.KEYS}")
    try:
        while True:
            _parts(interview, ask, say)
            try:
                case = interview.case()
            except CaseError as error:
                say(str(error))
                interview.part = 0
                continue
            break
    except (Left, EOFError, KeyboardInterrupt):
        interview.save()
        say("\n" + strings.LEFT.format(file=interview.file))
        return False
    say(strings.FINISHED)
    for file in write_papers(case, today, folder):
        say(f"  {file}")
    say(strings.AFTER.format(letter=folder / "letter.md", case=folder / "case.toml"))
    return True


def _parts(interview: Interview, ask: Ask, say: Say) -> None:
    while interview.part < len(PARTS):
        part = PARTS[interview.part]
        told = {"number": interview.part + 1, "count": len(PARTS), "name": strings.PARTS[part]}
        say("\n" + strings.PART.format(**told))
        try:
            _several(interview, part, ask, say) if part in SEVERAL else _one(
                interview, part, 0, ask, say
            )
            interview.part += 1
        except Back:
            interview.part = max(0, interview.part - 1)
        interview.save()


def _several(interview: Interview, part: str, ask: Ask, say: Say) -> None:
    entries: list[dict[str, Any]] = interview.answers.setdefault(part, [])
    if strings_case.FIELDS[part].rstrip(".") != strings.PARTS[part]:
        say(strings_case.FIELDS[part])
    for index in range(len(entries)):
        _one(interview, part, index, ask, say)
    while True:
        if entries:
            say(strings.COUNT.format(name=strings.PARTS[part], count=len(entries)))
        question = strings.ADD if entries else strings.ADD_FIRST
        answer = _typed(ask, f"{question}: ", say, "").casefold()
        if answer == strings.DROP and entries:
            entries.pop()
        elif answer in strings.YES_WORDS:
            _one(interview, part, len(entries), ask, say)
        elif answer in strings.NO_WORDS or not answer:
            return
        else:
            say(strings.YES_OR_NO)


def _one(interview: Interview, part: str, index: int, ask: Ask, say: Say) -> None:
    entry = interview.entry(part, index)
    asked: set[str] = set()
    while left := [q for q in interview.questions(part, entry) if q.key not in asked]:
        asked.add(left[0].key)
        _question(interview, left[0], entry, ask, say)


def _question(
    interview: Interview, question: Question, entry: dict[str, Any], ask: Ask, say: Say
) -> None:
    say(question.help)
    for number, choice in enumerate(question.choices, 1):
        say(f"  {number} {question.label(choice)}")
    if question.is_list:
        say(strings.LIST)
    while True:
        kept = entry.get(question.name, question.blank)
        shown = question.show(kept)
        prompt = strings.KEPT_ANSWER.format(value=shown) if shown else strings.NO_ANSWER
        how = strings.CHOOSE if question.choices else ""
        typed = _typed(ask, prompt, say, "\n".join(filter(None, (question.help, how))))
        value = kept if not typed else question.blank if typed == _EMPTY else question.read(typed)
        problem = interview.answer(question, entry, value)
        if not problem:
            return
        say(problem)


def _typed(ask: Ask, prompt: str, say: Say, more: str) -> str:
    while True:
        typed = ask(prompt).strip()
        if typed == _LEAVE:
            raise Left
        if typed == _BACK:
            raise Back
        if typed != _HELP:
            return typed
        say("\n".join(filter(None, (more, strings.KEYS))))
