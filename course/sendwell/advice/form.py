"""Read the forms of module m08: forgiving about spelling, exact about meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sendwell.advice import strings
from sendwell.shop.form import Problem, key_of, read_lines, tidy


@dataclass(frozen=True)
class Decision:
    """Where the request goes, and what the letter says about the cause ("" if none is sent)."""

    place: str
    stance: str = ""

    def __str__(self) -> str:
        place = strings.PLACES[self.place][0]
        if not self.stance:
            return place
        return strings.SHOWN.format(place=place, stance=strings.STANCES[self.stance][0])


@dataclass(frozen=True)
class Line:
    """A line of the card: if ``fact`` fits, the request belongs to ``place``."""

    number: int
    fact: str
    place: str


def read_decisions(text: str, count: int) -> Mapping[int, Decision | Problem]:
    r"""Return the decision of each line from 1 to ``count``, or what is wrong with the line.

    >>> read_decisions("1. App, contests\n2. wait", 2)
    {1: Decision(place='app', stance='contests'), 2: Decision(place='wait', stance='')}
    """
    return read_lines(text, range(1, count + 1), _decision, strings.EXAMPLE)


def _decision(number: int, text: str) -> Decision | Problem:
    told = {"number": number, "text": text[:60], "forms": strings.FORMS.format(number=number)}
    first, _, rest = (part.strip() for part in re.sub(r"[;:/]", ",", tidy(text)).partition(","))
    place, stance = key_of(first, strings.PLACES), key_of(rest, strings.STANCES)
    if not place:
        known = key_of(first, strings.STANCES)
        return Problem((strings.NO_PLACE if known else strings.UNREADABLE).format(**told))
    if place not in strings.OPEN:
        return Problem(strings.NO_LETTER.format(**told)) if rest else Decision(place)
    if not rest:
        return Problem(strings.NO_STANCE.format(**told))
    return Decision(place, stance) if stance else Problem(strings.UNREADABLE.format(**told))


def read_card(text: str) -> tuple[Line, ...] | Problem:
    """Return the lines of a card in their order, or the first thing that is wrong with it."""
    count = len(strings.FACTS)
    found: dict[str, Line] = {}
    for given in read_lines(text, range(1, count + 1), _line, strings.CARD_EXAMPLE).values():
        if isinstance(given, Problem):
            return given
        if given.fact in found:
            told = {"fact": strings.FACTS[given.fact][0], "first": found[given.fact].number}
            return Problem(strings.CARD_TWICE.format(**told, second=given.number))
        found[given.fact] = given
    return tuple(found.values())


def _line(number: int, text: str) -> Line | Problem:
    fact, _, place = (part.strip() for part in re.sub(r"->|[,;=]", ":", tidy(text)).partition(":"))
    known, where = key_of(fact, strings.FACTS), key_of(place, strings.PLACES)
    if known and where:
        return Line(number, known, where)
    forms = strings.CARD_FORMS.format(number=number)
    return Problem(strings.UNREADABLE.format(number=number, text=text[:60], forms=forms))
