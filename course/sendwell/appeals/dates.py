"""Days as people write them: 2026, 2026-11, 2026-11-14, 2026-11-14 09:12 (local time)."""

from __future__ import annotations

import datetime as dt
import re

_SHAPE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?: (\d\d):(\d\d))?)?)?")


def parts(text: str) -> tuple[int, ...]:
    """Year, then month, day, hour and minute as far as they are given. Raises ValueError.

    >>> parts("2026-11-14 09:12")
    (2026, 11, 14, 9, 12)
    >>> parts("2026-11")
    (2026, 11)
    """
    found = _SHAPE.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no day")
    numbers = tuple(int(part) for part in found.groups() if part is not None)
    year, month, number, hour, minute = (*numbers, *(2026, 1, 1, 0, 0)[len(numbers) :])
    dt.datetime(year, month, number, hour, minute, tzinfo=dt.UTC)
    return numbers


def is_day(text: str) -> bool:
    """Whether ``text`` is a day, with or without its time; a month alone is none."""
    try:
        return len(parts(text)) >= 3
    except ValueError:
        return False


def day(text: str) -> dt.date:
    """The date of a day. Raises ValueError for a month or a year alone."""
    year, month, number = parts(text)[:3]
    return dt.date(year, month, number)


def moment(text: str) -> int:
    """Milliseconds since 1970, local time taken as it stands; a day without time begins at 00:00.

    >>> moment("1970-01-02") - moment("1970-01-01 23:59")
    60000
    """
    year, month, number, *clock = parts(text)
    hour, minute = clock or (0, 0)
    then = dt.datetime(year, month, number, hour, minute, tzinfo=dt.UTC)
    return int(then.timestamp()) * 1_000


def add_days(text: str, days: int) -> str:
    """The day ``days`` after a day, without its time.

    >>> add_days("2026-11-14 09:12", 90)
    '2027-02-12'
    """
    return (day(text) + dt.timedelta(days=days)).isoformat()


def add_months(text: str, months: int) -> str:
    """The same day ``months`` later; where that month is too short, its last day.

    >>> add_months("2026-08-31", 6)
    '2027-02-28'
    """
    start = day(text)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = (dt.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(start.day, last)).isoformat()
