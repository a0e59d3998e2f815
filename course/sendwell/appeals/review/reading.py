"""A letter, read: its sentences, days, times, numbers and telephone numbers, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sendwell.appeals.review.model import Span

_MONTHS = (
    ("january", "jan", "gennaio", "gen"),
    ("february", "feb", "febbraio"),
    ("march", "mar", "marzo"),
    ("april", "apr", "aprile"),
    ("may", "maggio", "mag"),
    ("june", "jun", "giugno", "giu"),
    ("july", "jul", "luglio", "lug"),
    ("august", "aug", "agosto", "ago"),
    ("september", "sept", "sep", "settembre", "set"),
    ("october", "oct", "ottobre", "ott"),
    ("november", "nov", "novembre"),
    ("december", "dec", "dicembre", "dic"),
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
#: "may" and "mar", "set", "ago" are words too: without a day beside them they are no months.
_SURE = {name for name in MONTHS if len(name) > 3}
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_D = r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|°|º)?"
_ISO = re.compile(r"(?<!\d)(20\d\d)-(\d\d)(?:-(\d\d))?(?!\d)")
_RANGE = re.compile(
    rf"{_D}(?=\s*"
    r"(?:to|and|until|till|-|\u2013|\u2014|al|all['\u2019]|e|ed|e il|e l['\u2019]|fino al)"
    rf"\s*(?:the )?\d{{1,2}}"
    rf"(?:st|nd|rd|th|°|º)?\s+(?:of )?({_NAME})\b(?:\s*,?\s*(20\d\d))?)",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"{_D}\s+(?:of )?({_NAME})\b(?:\.?\s*,?\s*(?:of |del )?(20\d\d))?", re.IGNORECASE
)
_US = re.compile(rf"\b({_NAME})\.? {_D}(?![\d:])(?:\s*,?\s*(20\d\d))?", re.IGNORECASE)
_SLASH = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})(?:[/.](20\d\d|\d\d))?(?![\d/.]*\d)")
_MONTH = re.compile(rf"\b({_NAME})\b(?:\s+(?:of |del )?(20\d\d))?", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d+./,-])(20[0-4]\d)(?![\d/,-]|\.\d)")
_TIME = re.compile(
    r"(?<![\d.,])(\d{1,2})[:.](\d\d)(?![\d.]*\d)(?: ?([ap])\.?m\b\.?)?", re.IGNORECASE
)
_PHONE = re.compile(
    r"(?<![\w+])(?:\+|00)\d(?:[ ()./-]{0,2}\d){6,14}|(?<![\w+])0\d(?:[ /-]?\d){7,10}"
)
_NUMBER = re.compile(r"(?<![\w+.,])\d{1,3}(?:[.,\u2019' ]\d{3})+(?!\d)|(?<![\w+])\d+(?:[.,]\d+)?")
_WORDS = {
    word: number
    for number, words in {
        4: "four quattro",
        5: "five cinque",
        6: "six",
        7: "seven sette",
        8: "eight otto",
        9: "nine nove",
        10: "ten dieci",
        11: "eleven undici",
        12: "twelve dodici",
        15: "fifteen quindici",
        20: "twenty venti",
        30: "thirty trenta",
        40: "forty quaranta",
        50: "fifty cinquanta",
        100: "hundred cento",
        1000: "thousand mille",
    }.items()
    for word in words.split()
}
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_QUOTE = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|„[^“”]*[“”]|\u2018[^\u2019]*\u2019(?!\w)")
_END = re.compile(r"(?<=[.!?…])[\"”»)]*\s+(?=[\"“«(]?[A-ZÀ-Ý0-9])|\n\s*\n|\n(?=[-•*])")
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Sig|Dott|Avv|No|art|Art|ca|e\.g|i\.e)\.$")
_ITALIAN = re.compile(
    r"\b(?:il|lo|gli|che|non|per|con|del|della|è|un|una|di|alle|abbiamo|ho|chiedo|chiediamo|sono)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:the|and|of|to|is|we|our|my|have|that|on|from|please|not|was|with|it)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Day:
    """A day of a letter; None for what it leaves out."""

    year: int | None
    month: int | None
    day: int | None
    span: Span


@dataclass(frozen=True)
class Number:
    """A count in a letter, outside days, times and telephone numbers."""

    value: float
    span: Span


@dataclass(frozen=True)
class Read:
    """A letter and what was found in it."""

    text: str

    @cached_property
    def language(self) -> str:
        """The language, "it" if there are more of Italian's small words, else "en"."""
        italian, english = (len(one.findall(self.text)) for one in (_ITALIAN, _ENGLISH))
        return "it" if italian > english else "en"

    @cached_property
    def words(self) -> int:
        """How many words the letter has."""
        return len(self.text.split())

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, without the white space around them."""
        cuts, start = [], 0
        for found in _END.finditer(self.text):
            if _ABBREVIATED.search(self.text[start : found.start()]):
                continue
            cuts.append((start, found.start() + len(found[0].rstrip())))
            start = found.end()
        cuts.append((start, len(self.text)))
        return tuple(
            _trimmed(self.text, one, other) for one, other in cuts if self.text[one:other].strip()
        )

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """What stands between quotation marks, with them."""
        return tuple(Span(*found.span()) for found in _QUOTE.finditer(self.text))

    @cached_property
    def phones(self) -> tuple[Span, ...]:
        """Telephone numbers, national ones too."""
        found = (Span(*one.span()) for one in _PHONE.finditer(self.text))
        return tuple(one for one in found if not _DAY.match(self.text, one.start))

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Days, months and years, in their order."""
        taken = list(self.phones)
        found: list[Day] = []
        for day in _days(self.text):
            if not any(_touch(day.span, one) for one in taken):
                found.append(day)
                taken.append(day.span)
        return tuple(sorted(found, key=lambda one: one.span.start))

    @cached_property
    def times(self) -> tuple[tuple[int, int, Span], ...]:
        """Hours and minutes."""
        taken = [*self.phones, *(one.span for one in self.days)]
        found = []
        for one in _TIME.finditer(self.text):
            span, hour, minute = Span(*one.span()), int(one[1]), int(one[2])
            if one[3]:
                hour = hour % 12 + (12 if one[3] in "pP" else 0)
            if hour < 24 and minute < 60 and not any(_touch(span, other) for other in taken):
                found.append((hour, minute, span))
        return tuple(found)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Counts, in digits or words; one to three in words are not counted."""
        taken = [*self.phones, *(one.span for one in self.days), *(one[2] for one in self.times)]
        found = []
        for one in _NUMBER.finditer(self.text):
            span = Span(*one.span())
            if not any(_touch(span, other) for other in taken):
                found.append(Number(value_of(one[0]), span))
        found += [
            Number(_WORDS[one[0].casefold()], Span(*one.span()))
            for one in _WORD.finditer(self.text)
        ]
        return tuple(sorted(found, key=lambda one: one.span.start))

    def part(self, span: Span) -> str:
        """The words of a passage."""
        return self.text[span.start : span.end]

    def sentence_of(self, span: Span) -> Span:
        """The sentence that a passage begins in; the passage itself if it lies in none."""
        for one in self.sentences:
            if one.start <= span.start < one.end:
                return one
        return span

    def quoted(self, span: Span) -> bool:
        """Whether a passage lies between quotation marks."""
        return any(one.start <= span.start and span.end <= one.end for one in self.quotes)


def inside(span: Span, some: Iterable[Span]) -> bool:
    """Whether a passage begins in one of some others."""
    return any(one.start <= span.start < one.end for one in some)


def value_of(text: str) -> float:
    """The number that digits stand for, with or without marks between thousands.

    >>> value_of("6.200"), value_of("2,100"), value_of("1.5")
    (6200.0, 2100.0, 1.5)
    """
    if re.fullmatch(r"\d{1,3}(?:[.,\u2019' ]\d{3})+", text):
        return float(re.sub(r"\D", "", text))
    return float(text.replace(",", "."))


def number_words(text: str) -> Iterator[int]:
    """The numbers that a text has in words."""
    for one in _WORD.finditer(text):
        yield _WORDS[one[0].casefold()]


def plain_phone(text: str) -> str:
    """A telephone number without what stands between its digits; 00 becomes a plus."""
    digits = re.sub(r"[^\d+]", "", text)
    return f"+{digits[2:]}" if digits.startswith("00") else digits


def _days(text: str) -> Iterator[Day]:
    """Every reading of a day, the fullest first."""
    for one in _ISO.finditer(text):
        yield _day(one, one[1], int(one[2]), one[3])
    for pattern, year, month, day in ((_RANGE, 3, 2, 1), (_DAY, 3, 2, 1), (_US, 3, 1, 2)):
        for one in pattern.finditer(text):
            yield _day(one, one[year], MONTHS[one[month].casefold()], one[day])
    yield from _slashed(text)
    for one in _MONTH.finditer(text):
        may = one[1] == "May" and one[2]
        if one[1].casefold() in _SURE or may:
            yield _day(one, one[2], MONTHS[one[1].casefold()], None)
    for one in _YEAR.finditer(text):
        yield _day(one, one[1], None, None)


def _slashed(text: str) -> Iterator[Day]:
    """Days such as 18/11/2026 and 18/11, the day before the month."""
    for one in _SLASH.finditer(text):
        if not one[3] and "/" not in one[0]:
            continue
        year = one[3] and (one[3] if len(one[3]) == 4 else f"20{one[3]}")
        if 1 <= int(one[2]) <= 12 and 1 <= int(one[1]) <= 31:
            yield _day(one, year, int(one[2]), one[1])


def _day(found: re.Match[str], year: str | None, month: int | None, day: str | None) -> Day:
    number = int(day) if day else None
    return Day(int(year) if year else None, month, number, Span(*found.span()))


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip()))
