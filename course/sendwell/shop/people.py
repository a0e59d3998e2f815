"""Who is in the shop's week, and what happens: always the same, so that policies compare.

Monday 00:00 in London is 0; every time is in milliseconds after it. London is at UTC in January;
Perth is eight hours ahead. All people are fictional.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sendwell.shop.policy import DAY, HOUR, MINUTE, SECOND

#: When each offer is put into the queue: Monday 14:00, and Wednesday 20:58.
RELEASED = (14 * HOUR, 2 * DAY + 20 * HOUR + 58 * MINUTE)
#: By when both offers must have reached everyone who asked: Friday 18:00.
DEADLINE = 4 * DAY + 18 * HOUR
END = 5 * DAY
PERTH_AHEAD = 8 * HOUR

_FIRST = (
    "Ana", "Ben", "Chloe", "Dev", "Emma", "Farid", "Grace", "Hugo", "Inga", "Jonas", "Kofi",
    "Lena", "Mei", "Nadia", "Omar", "Priya", "Quinn", "Rosa", "Sam", "Tara", "Uma", "Viktor",
    "Wen", "Xenia", "Yusuf", "Zoe", "Alba", "Bruno", "Carla", "Dario",
)  # fmt: skip
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÉÑØ"
#: Of every 15 numbers on the shop's list, who they are; the rest gave theirs for a delivery.
_BOUGHT = (0, 6, 11)
_ASKED = (2, 3, 5, 8, 10, 12, 14)
_PERTH = (2, 9)


@dataclass(frozen=True)
class Person:
    """Somebody on the shop's list. ``group``: "asked" for offers, "customer", or "bought" list."""

    number: int
    name: str
    group: str
    ahead: int

    def clock(self, now: int) -> int:
        """Return the time of day where the person is, in milliseconds after midnight."""
        return (now + self.ahead) % DAY


@dataclass(frozen=True)
class Question:
    """A question that arrives at ``time``; the full answer takes ``parts`` messages."""

    time: int
    person: int
    parts: int


@dataclass(frozen=True)
class Stop:
    """From ``time`` on the person wants no more offers."""

    time: int
    person: int


@cache
def people() -> tuple[Person, ...]:
    """Return the 900 people on the shop's list, in the order in which offers are queued."""
    return tuple(
        Person(
            number,
            f"{_FIRST[number % 30]} {_LETTERS[number // 30]}",
            _group(number % 15),
            PERTH_AHEAD if number % 15 in _PERTH else 0,
        )
        for number in range(900)
    )


def _group(place: int) -> str:
    if place in _ASKED:
        return "asked"
    return "bought" if place in _BOUGHT else "customer"


def _at(day: int, clock: str) -> int:
    hours, minutes, seconds = (int(part) for part in clock.split(":"))
    return day * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND


#: Day, London time, person, parts of the answer. 302 and 767 live in Perth.
_QUESTIONS = (
    (0, "09:12:00", 18, 1), (0, "14:01:00", 33, 3), (0, "14:02:30", 451, 2),
    (0, "14:30:00", 64, 1), (0, "22:40:00", 95, 2), (1, "02:10:00", 302, 3),
    (1, "10:05:00", 124, 1), (1, "14:00:20", 155, 2), (1, "19:45:00", 184, 1),
    (2, "08:30:00", 215, 3), (2, "11:11:00", 244, 1), (2, "20:59:00", 275, 2),
    (2, "20:59:30", 304, 3), (2, "23:50:00", 335, 1), (3, "01:05:00", 767, 2),
    (3, "09:00:10", 364, 1), (3, "15:00:00", 395, 60), (3, "15:01:00", 424, 2),
    (3, "21:30:00", 455, 1), (4, "08:00:05", 484, 3), (4, "12:12:00", 515, 1),
    (4, "16:40:00", 544, 2),
)  # fmt: skip
#: Day, London time, person: all asked for offers. Some say stop while their offer still waits.
_STOPS = (
    (0, "14:00:30", 899), (0, "14:00:40", 893), (0, "18:00:00", 884), (1, "07:30:00", 869),
    (1, "12:00:00", 5), (1, "13:59:00", 857), (2, "20:58:20", 890), (2, "20:58:30", 882),
    (2, "22:00:00", 858), (3, "12:00:00", 10), (3, "20:00:00", 867),
)  # fmt: skip


@cache
def events() -> tuple[Question | Stop, ...]:
    """Return every question and stop of the week, in order of time."""
    found: list[Question | Stop] = [Question(_at(d, t), who, n) for d, t, who, n in _QUESTIONS]
    found += [Stop(_at(d, t), who) for d, t, who in _STOPS]
    return tuple(sorted(found, key=lambda event: event.time))
