"""What a case holds: its days, times, counts, names and words, to hold a letter against."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Any

from sendwell.appeals.case import Case, Sending
from sendwell.appeals.dates import parts
from sendwell.appeals.plan import deadline
from sendwell.appeals.review.reading import Day, Read, number_words, value_of

_SHAPE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?: \d\d:\d\d)?)?)?")
_TOKEN = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Held:
    """A case, and what can be looked up in it; ``today`` is the day of the letter, or ""."""

    case: Case
    today: str = ""

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Every text of the case."""
        return tuple(_texts(self.case))

    @cached_property
    def text(self) -> str:
        """All of them as one, in small letters."""
        return "\n".join(self.texts).casefold()

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the case, in small letters."""
        return frozenset(_TOKEN.findall(self.text))

    @cached_property
    def days(self) -> tuple[tuple[int | None, int | None, int | None], ...]:
        """Every day, month or year that the case names, the end of the period and today too."""
        found: list[tuple[int | None, int | None, int | None]] = []
        for text in (*self.texts, self.today, deadline(self.case)):
            if _SHAPE.fullmatch(text):
                year, month, day, *_ = (*parts(text), None, None)
                found.append((year, month, day))
            else:
                found += [(one.year, one.month, one.day) for one in Read(text).days]
        return tuple(dict.fromkeys(found))

    @cached_property
    def times(self) -> frozenset[tuple[int, int]]:
        """Every time of day."""
        clocks = re.findall(r"\b(\d\d):(\d\d)\b", "\n".join(self.texts))
        return frozenset((int(hour), int(minute)) for hour, minute in clocks)

    @cached_property
    def numbers(self) -> frozenset[float]:
        """Every count, and what the counts of what was sent give when added or taken away."""
        found: set[float] = {0, 1, 2, 3}
        counts = [one for sent in self.case.sent for one in (sent.people, sent.messages) if one]
        told = re.findall(r"(?<![\w+.-])\d+(?:[.,]\d+)*", "\n".join(self.texts))
        found |= {value_of(one) for one in told if re.fullmatch(r"\d+(?:[.,]\d+)?", one)}
        found |= set(counts) | set(number_words(self.text))
        for one, other in combinations(sorted(found - {0, 1, 2, 3}), 2):
            if one in counts or other in counts:
                found.add(other - one)
        found.add(float(sum(sent.people or 0 for sent in self.case.sent)))
        found.add(float(sum(sent.messages or 0 for sent in self.case.sent)))
        return frozenset(found)

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules that the case names: the notice's, then the cause's."""
        named = (self.case.notice.rule, self.case.cause.rule)
        return tuple(one.partition(":")[0].strip() for one in named if one)

    def holds(self, day: Day) -> bool:
        """Whether the case has this day, or something was sent from before it to after it."""
        asked = (day.year, day.month, day.day)
        if any(_agree(asked, one) for one in self.days):
            return True
        return day.day is not None and any(self.between(day, one) for one in self.case.sent)

    def between(self, day: Day, sent: Sending) -> bool:
        """Whether a day lies between the first and the last day of something that was sent."""
        ends = [parts(one)[:3] for one in (sent.first, sent.last) if one]
        if len(ends) < 2 or min(map(len, ends)) < 3 or day.month is None or day.day is None:
            return False
        years = {day.year} if day.year else {ends[0][0], ends[1][0]}
        return any(ends[0] <= (year, day.month, day.day) <= ends[1] for year in years)

    def is_day(self, day: Day, text: str) -> bool:
        """Whether a day of the letter is the day of one of the case's fields."""
        if not text:
            return False
        year, month, number, *_ = (*parts(text), None, None)
        return _agree((day.year, day.month, day.day), (year, month, number))


@lru_cache(maxsize=64)
def held(case: Case, today: str = "") -> Held:
    """A case to look things up in; many letters about one case share it."""
    return Held(case, today)


def _agree(
    one: tuple[int | None, int | None, int | None], other: tuple[int | None, int | None, int | None]
) -> bool:
    """Whether two days do not contradict, and the second says all that the first says."""
    return all(mine is None or mine == yours for mine, yours in zip(one, other, strict=True))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
