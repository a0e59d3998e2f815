"""Reads the data files into entries, strictly.

Nothing is converted: a string where a number is wanted, an unknown key, a missing one or a bad word
is an error that names file, id and place.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from types import GenericAlias
from typing import Any, Literal, TypeVar, get_args

from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from sendwell.claims.entries import (
    ArticleEntry,
    CallEntry,
    ClaimEntry,
    ContradictionEntry,
    DocumentEntry,
    Entries,
    FactEntry,
    LostEntry,
)
from sendwell.claims.errors import ClaimError
from sendwell.claims.figures import Cell, Number, Status
from sendwell.claims.model import Kind

Entry = TypeVar("Entry")


def read(path: Path) -> Entries:
    """The entries of a file. Raises ClaimError for the first one that is not as it must be."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ClaimError(f"is no TOML: {error}.", file=path.name) from error
    known = {"articles", "documents", "lost", "claim", "fact", "contradiction"}
    for key in raw.keys() - known:
        raise ClaimError(f"unknown key {key!r}.", file=path.name)
    name = path.name
    return Entries(
        {key: _entry(value, ArticleEntry, name, key) for key, value in _map(raw, "articles", name)},
        {key: _entry(v, DocumentEntry, name, key) for key, v in _map(raw, "documents", name)},
        _entries(raw, "lost", LostEntry, name),
        _entries(raw, "claim", ClaimEntry, name),
        _entries(raw, "fact", FactEntry, name),
        _entries(raw, "contradiction", ContradictionEntry, name),
    )


def _map(raw: dict[str, Any], key: str, file: str) -> list[tuple[str, Any]]:
    value = raw.get(key, {})
    if not isinstance(value, dict):
        raise ClaimError(f"{key} must be tables, one a name.", file=file)
    return list(value.items())


def _entries(raw: dict[str, Any], key: str, type_: type[Entry], file: str) -> tuple[Entry, ...]:
    value = raw.get(key, [])
    if not isinstance(value, list):
        raise ClaimError(f"write [[{key}]], with two brackets on each side.", file=file)
    return tuple(_entry(item, type_, file) for item in value)


def _entry(raw: Any, type_: type[Entry], file: str, key: str = "") -> Entry:
    if not key and isinstance(raw, dict):
        key = str(raw.get("id", raw.get("section", "")))
    try:
        return _converter.structure(raw, type_)
    except Exception as error:
        place, reason = _found(error, raw)
        raise ClaimError(f"{place}{reason}.", key=key, file=file) from error


def _found(error: BaseException, raw: Any, place: str = "") -> tuple[str, str]:
    """The first innermost problem as (place, reason), with list items by their own names."""
    if isinstance(error, BaseValidationError):
        inner = error.exceptions[0]
        for note in getattr(inner, "__notes__", ()):
            if isinstance(note, AttributeValidationNote):
                raw = raw.get(note.name) if isinstance(raw, dict) else None
                return _found(inner, raw, f"{place}{note.name}: ")
            if isinstance(note, IterableValidationNote):
                index = note.index if isinstance(note.index, int) else 0
                raw = raw[index] if isinstance(raw, list) else None
                name = raw.get("name", index + 1) if isinstance(raw, dict) else index + 1
                return _found(inner, raw, f"{place.removesuffix(': ')} {name}: ")
        return _found(inner, raw, place)
    if isinstance(error, ForbiddenExtraKeysError):
        return place, f"unknown key {min(error.extra_fields)!r}"
    if isinstance(error, KeyError):
        return place, f"{error.args[0]} is missing"
    return place, str(error)


def _strictly(wanted: tuple[type, ...], words: str) -> Any:
    """A hook that converts nothing."""

    def structure(value: Any, _: Any) -> Any:
        if type(value) not in wanted:
            raise ValueError(f"{words} is wanted, not {value!r}")
        return value

    return structure


def _one_of(value: Any, type_: Any) -> Any:
    if value not in get_args(type_):
        raise ValueError(f"{value!r} is none of: {', '.join(map(repr, get_args(type_)))}")
    return value


def _member(value: Any, type_: Any) -> Any:
    members = [member.value for member in type_]
    if value not in members:
        raise ValueError(f"{value!r} is none of: {', '.join(map(repr, members))}")
    return type_(value)


def _argument(value: Any, _: Any) -> Any:
    if isinstance(value, dict):
        return _converter.structure(value, CallEntry)
    return _strictly((str, int, float), "a figure, a number or a call")(value, _)


def _tuple_hook(type_: Any, converter: Any) -> Any:
    """A list of the file becomes a tuple; nothing else does (a string would be taken apart)."""
    items = GenericAlias(list, get_args(type_)[:1])

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            raise TypeError(f"a list is wanted, not {value!r}")
        return tuple(converter.structure(value, items))

    return structure


def _make() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for plain, words in ((str, "text"), (bool, "true or false"), (dt.date, "a date")):
        converter.register_structure_hook(plain, _strictly((plain,), words))
    number = _strictly((int, float), "a number")
    date = _strictly((dt.date,), "a date")
    cell = _strictly((str, int, float), "text or a number")
    converter.register_structure_hook_func(lambda t: t == Number | None, number)
    converter.register_structure_hook_func(lambda t: t == dt.date | None, date)
    converter.register_structure_hook_func(lambda t: t == Cell, cell)
    converter.register_structure_hook_func(
        lambda t: {CallEntry, str} <= set(get_args(t)),
        _argument,
    )
    for enum in (Status, Kind):
        converter.register_structure_hook(enum, _member)
    converter.register_structure_hook_func(
        lambda t: getattr(t, "__origin__", None) is Literal, _one_of
    )
    converter.register_structure_hook_factory(
        lambda t: getattr(t, "__origin__", None) is tuple, _tuple_hook
    )
    return converter


_converter = _make()
