"""A case as a TOML file that a person can read: each part with the meaning of its fields."""

from __future__ import annotations

import dataclasses
import textwrap
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from sendwell.appeals import strings_case as strings
from sendwell.appeals.case import Case
from sendwell.appeals.read import fields_of

_WIDTH = 100


def write_case(case: Case, *, comments: bool = True) -> str:
    """The text of a case file; ``parse_case`` gives the same case back.

    ``comments`` puts beside each field what belongs into it.
    """
    lines = [f"# {line}" for line in strings.HEAD.split("\n")] if comments else []
    values = {name: getattr(case, name) for name in fields_of(Case)}
    plain = {name: value for name, value in values.items() if not _is_part(value)}
    lines += ["", *_fields(plain, Case, "", comments=comments)]
    for name, value in values.items():
        if dataclasses.is_dataclass(value):
            lines += ["", *_part(f"[{name}]", value, name, comments=comments)]
        elif _is_part(value):
            for index, one in enumerate(value):
                told = comments and index == 0
                lines += ["", *_part(f"[[{name}]]", one, name, comments=told)]
    return "\n".join(lines).strip("\n") + "\n"


def _is_part(value: Any) -> bool:
    if dataclasses.is_dataclass(value):
        return True
    return isinstance(value, tuple) and bool(value) and dataclasses.is_dataclass(value[0])


def _part(head: str, value: Any, key: str, *, comments: bool) -> Iterator[str]:
    kind = type(value)
    if comments:
        yield f"# {strings.FIELDS[key]}"
    yield head
    fields = {name: getattr(value, name) for name in fields_of(kind)}
    yield from _fields(fields, kind, key, comments=comments)


def _fields(fields: dict[str, Any], kind: type, key: str, *, comments: bool) -> Iterator[str]:
    hints = fields_of(kind)
    for name, value in fields.items():
        if comments:
            place = f"{key}.{name}" if key else name
            more = strings.MORE.get(place, "")
            text = " ".join(filter(None, (strings.FIELDS[place], more)))
            if get_origin(hints[name]) is Literal:
                choices = ", ".join(filter(None, get_args(hints[name])))
                text = f"{text} ({strings.ONE_OF.format(choices=choices)})"
            if hints[name] is bool:
                text = f"{text} ({strings.TRUE_OR_FALSE})"
            yield from (f"# {line}" for line in textwrap.wrap(text, _WIDTH - 2))
        yield f"{name} = {_toml(value)}"


def _toml(value: Any) -> str:
    if value is None:
        return _quoted(strings.UNKNOWN)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return _quoted(value)


def _quoted(text: str) -> str:
    """A basic string of TOML, on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    for sign, short in (("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")):
        escaped = escaped.replace(sign, short)
    return '"' + "".join(_sign(one) for one in escaped) + '"'


def _sign(one: str) -> str:
    return one if one >= " " and one != "\x7f" else f"\\u{ord(one):04x}"
