"""Case files: TOML that a person can read. One sentence for each wrong or missing field."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from cattrs import Converter

from sendwell.appeals import strings_case as strings
from sendwell.appeals.case import Case
from sendwell.appeals.dates import is_day, parts

#: Fields that hold a day, where a month or a year is enough, and those that need the day.
DAYS = frozenset(
    {"history.when", "sent.first", "sent.last", "evidence.when", "cause.stopped", "remedies.done"}
)
EXACT_DAYS = frozenset({"notice.when", "measure.until"})
_NUMBER = re.compile(r"\+[1-9]\d{7,14}")


class CaseError(ValueError):
    """A case that cannot be used; ``problems`` holds a sentence for each field."""

    def __init__(self, problems: tuple[str, ...], name: str = strings.NAMELESS) -> None:
        head = strings.ONE if len(problems) == 1 else strings.SEVERAL
        lines = [head.format(name=name, count=len(problems)), *(f"- {one}" for one in problems)]
        super().__init__("\n".join(lines))
        self.problems = problems


def read_case(path: Path) -> Case:
    """The case in a file. Raises CaseError with a sentence for every wrong field, or OSError."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CaseError((strings.NOT_TEXT,), path.name) from error
    return parse_case(text, path.name)


def parse_case(text: str, name: str = strings.NAMELESS) -> Case:
    """The case in a text; ``name`` goes into the message. Raises CaseError."""
    try:
        raw = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise CaseError((strings.NOT_TOML.format(reason=error),), name) from error
    return case_from(raw, name)


def case_from(raw: Mapping[str, Any], name: str = strings.NAMELESS) -> Case:
    """The case in a mapping as TOML gives it. Raises CaseError."""
    problems = tuple(problems_in(raw))
    if problems:
        raise CaseError(problems, name)
    return _converter().structure(raw, Case)


def problems_in(raw: Mapping[str, Any]) -> Iterator[str]:
    """A sentence for each wrong or missing field, in the order of the fields."""
    yield from _record(raw, Case, "", "")
    if isinstance(account := raw.get("account"), dict):
        yield from _admin(account)
    for index, sending in enumerate(_tables(raw.get("sent")), 1):
        first, last = sending.get("first", ""), sending.get("last", "")
        if _days(first, last) and parts(last) < parts(first)[: len(parts(last))]:
            yield strings.ORDER.format(place=f"sent {index}: last", value=show(last), first=first)


def field_problems(value: Any, hint: Any, key: str) -> Iterator[str]:
    """A sentence for what is wrong with one value; ``key`` is the field's, "sent.first"."""
    yield from _field(value, hint, key, key.rpartition(".")[2])


def show(value: Any) -> str:
    """A value as it stands in the file."""
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def fields_of(kind: type) -> dict[str, Any]:
    """The names of a record's fields, with their types."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


def _record(raw: Any, kind: type, key: str, place: str) -> Iterator[str]:
    """``key`` is the field's key, "sent.first"; ``place`` is it in words, "sent 2: first"."""
    known = fields_of(kind)
    optional = {f.name for f in dataclasses.fields(kind) if f.default is not dataclasses.MISSING}
    for name, hint in known.items():
        inner = f"{key}.{name}" if key else name
        here = f"{place}: {name}" if place else name
        if name in raw:
            yield from _field(raw[name], hint, inner, here)
        elif name not in optional:
            yield strings.MISSING.format(place=here, help=strings.FIELDS[inner])
    for name in raw:
        if name not in known:
            here = f"{place}: {name}" if place else name
            yield strings.UNKNOWN_FIELD.format(place=here, known=", ".join(known))


def _field(value: Any, hint: Any, key: str, place: str) -> Iterator[str]:
    kinds = get_args(hint)
    if dataclasses.is_dataclass(hint):
        if isinstance(value, dict):
            yield from _record(value, hint, key, place)  # type: ignore[arg-type]
        else:
            yield strings.NOT_TABLE.format(place=place, value=show(value))
    elif get_origin(hint) is tuple and dataclasses.is_dataclass(kinds[0]):
        if _each(value, dict):
            for index, one in enumerate(value, 1):
                yield from _record(one, kinds[0], key, f"{place} {index}")  # type: ignore[arg-type]
        else:
            yield strings.NOT_TABLES.format(place=place, value=show(value))
    else:
        yield from _value(value, hint, key, {"place": place, "value": show(value)})


def _value(value: Any, hint: Any, key: str, told: dict[str, str]) -> Iterator[str]:
    if get_origin(hint) is tuple:
        if not _each(value, str):
            yield strings.NOT_LIST.format(**told)
    elif get_origin(hint) is Literal:
        if value not in get_args(hint):
            yield strings.NOT_IN.format(choices=", ".join(map(show, get_args(hint))), **told)
    elif hint is bool:
        if not isinstance(value, bool):
            yield strings.NOT_BOOL.format(**told)
    elif hint == int | None:
        if value != strings.UNKNOWN and (type(value) is not int or value < 0):
            yield strings.NOT_COUNT.format(**told)
    elif not isinstance(value, str):
        yield strings.NOT_WORDS.format(**told)
    else:
        yield from _words(value, key, told)


def _each(value: Any, kind: type) -> bool:
    return isinstance(value, list) and all(isinstance(one, kind) for one in value)


def _words(value: str, key: str, told: dict[str, str]) -> Iterator[str]:
    if key == "account.number" and value and not _NUMBER.fullmatch(value):
        yield strings.NOT_NUMBER.format(**told)
    if key in EXACT_DAYS and value and not is_day(value):
        yield strings.NOT_EXACT_DAY.format(**told)
    if key in DAYS and value and not _days(value):
        yield strings.NOT_DAY.format(**told)


def _admin(account: dict[str, Any]) -> Iterator[str]:
    platform = account.get("kind") == "business platform"
    admin = account.get("admin", "")
    told = {"place": "account: admin", "value": show(admin)}
    if platform and not admin:
        yield strings.NEEDS_ADMIN.format(**told)
    if not platform and admin:
        yield strings.NO_ADMIN.format(**told)


def _tables(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _days(*values: Any) -> bool:
    try:
        return all(isinstance(one, str) and bool(parts(one)) for one in values)
    except ValueError:
        return False


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook_func(
        lambda hint: hint == int | None,
        lambda value, _: None if value == strings.UNKNOWN else value,
    )
    return converter
