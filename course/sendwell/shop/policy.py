"""A pacing policy: nine plain values, read from what the learner typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from sendwell.checks.values import show
from sendwell.shop import strings
from sendwell.shop.form import tidy

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@dataclass(frozen=True)
class Policy:
    """How the shop sends.

    ``audience``: "asked", "customers" or "everyone". ``most_people``: to how many different
    people the shop writes first, within ``count_over`` ("moving": any 24 hours, "calendar": one
    London day). ``gap``: milliseconds between two messages to one person. ``quiet_from``,
    ``quiet_until``: milliseconds after midnight, between which no offer leaves (over midnight if
    the first is the larger), read ``quiet_where`` ("customer" or "shop"). ``stop``: "at once",
    "next offer" or "never". ``answers``: "before", "in turn" or "after" the offers.
    """

    audience: str = "asked"
    most_people: int = 240
    count_over: str = "moving"
    gap: int = 6 * SECOND
    quiet_from: int = 21 * HOUR
    quiet_until: int = 8 * HOUR
    quiet_where: str = "customer"
    stop: str = "at once"
    answers: str = "before"


class PolicyError(Exception):
    """A value of the policy is missing or cannot be read.

    ``problems`` is what is wrong, one sentence a name; ``blank`` holds the names not filled in.
    """

    def __init__(self, problems: Mapping[str, str], blank: frozenset[str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = dict(problems)
        self.blank = blank


#: What the learner fills in, by the name in the notebook.
NAMES = (
    "write_offers_to",
    "most_people_a_day",
    "a_day_means",
    "seconds_between_messages",
    "quiet_from",
    "quiet_until",
    "quiet_clock",
    "no_offers_after_a_stop",
    "answer_questions",
)
_FIELDS = dict(zip(NAMES, (field.name for field in fields(Policy)), strict=True))
_CHOICES = {
    "write_offers_to": strings.AUDIENCES,
    "a_day_means": strings.COUNTS,
    "quiet_clock": strings.PLACES,
    "no_offers_after_a_stop": strings.STOPS,
    "answer_questions": strings.ANSWERS,
}
_NUMBERS = {"most_people_a_day": (1, "240", 1), "seconds_between_messages": (0, "8", SECOND)}


def read_policy(names: Mapping[str, Any], needed: tuple[str, ...] = NAMES) -> Policy:
    """Read the policy that the notebook's ``names`` hold.

    A name that is blank or unreadable keeps the value of ``Policy()`` unless it is ``needed``.
    Raises PolicyError with every problem among the needed ones.
    """
    values: dict[str, Any] = {}
    problems: dict[str, str] = {}
    blank: set[str] = set()
    for name in NAMES:
        try:
            values[_FIELDS[name]] = _read(name, names)
        except _BlankError as error:
            blank.add(name)
            problems[name] = str(error)
        except ValueError as error:
            problems[name] = str(error)
    if "quiet_from" in values and values["quiet_from"] == values.get("quiet_until"):
        problems["quiet_from"] = strings.POLICY_SAME
        del values["quiet_from"], values["quiet_until"]
    problems = {name: text for name, text in problems.items() if name in needed}
    if problems:
        raise PolicyError(problems, frozenset(blank & problems.keys()))
    return Policy(**values)


class _BlankError(ValueError):
    """Nobody has filled this in yet."""


def _read(name: str, names: Mapping[str, Any]) -> Any:
    if name not in names:
        raise _BlankError(strings.POLICY_UNDEFINED.format(name=name))
    value = names[name]
    if value is None or (isinstance(value, str) and not value.strip("? ")):
        raise _BlankError(strings.POLICY_BLANK.format(name=name))
    if name in _CHOICES:
        return _choice(name, value)
    return _number(name, value) if name in _NUMBERS else _clock(name, value)


def _choice(name: str, value: object) -> str:
    choices = _CHOICES[name]
    if isinstance(value, str):
        for key, words in choices.items():
            if tidy(value) == tidy(words):
                return key
    listed = ", ".join(f'"{words}"' for words in choices.values())
    raise ValueError(strings.POLICY_CHOICE.format(name=name, value=show(value), choices=listed))


def _number(name: str, value: object) -> int:
    least, example, factor = _NUMBERS[name]
    wrong = strings.POLICY_NUMBER.format(name=name, value=show(value), least=least, example=example)
    number = _as_number(value)
    if number is None or not least <= number < 10**9 or (factor == 1 and number != int(number)):
        raise ValueError(strings.POLICY_COMMA.format(name=name) if type(value) is tuple else wrong)
    return round(number * factor)


def _as_number(value: object) -> float | None:
    if isinstance(value, str):
        text = re.sub(r"(?<=\d)[ ,](?=\d{3}\b)", "", tidy(value))
        found = re.fullmatch(r"(\d{1,9}(?:\.\d{1,3})?) ?(?:s|sec|seconds?|people)?", text)
        return float(found[1]) if found else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return None


def _clock(name: str, value: object) -> int:
    wrong = strings.POLICY_CLOCK.format(name=name, value=show(value))
    text = tidy(value) if isinstance(value, str) else str(value) if type(value) is int else ""
    found = re.fullmatch(r"(\d{1,2})(?:[:.h](\d{2}))?(?: ?([ap])\.?m)?", text)
    if not found:
        raise ValueError(wrong)
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            raise ValueError(wrong)
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise ValueError(wrong)
    return (hour * HOUR + minute * MINUTE) % DAY
