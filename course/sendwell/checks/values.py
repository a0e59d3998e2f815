"""Plain values: what may pass between a learner's code and a check, and how it is written."""

from __future__ import annotations

import dataclasses
import math
import reprlib
from typing import Any, TypeVar

#: Types whose values are compared and shown; everything else stays a handle.
PLAIN = (bool, int, float, str, bytes, list, tuple, dict, set, frozenset, type(None))

_ATOMS = frozenset({bool, int, float, str, bytes, type(None)})

_DEPTH = 20

_R = TypeVar("_R", bound=type)
#: The attribute that says of a class that it is a record; `fairmark.wire` reads it too.
_MARK = "__plain_record__"


def record(kind: _R) -> _R:
    """Let the frozen dataclass ``kind`` count as plain data: compared, shown, sent elsewhere.

    For records of the course that exercises take or give. Their fields hold plain data or other
    records. Raises TypeError for what is no frozen dataclass.
    """
    parameters = getattr(kind, "__dataclass_params__", None)
    if parameters is None or not parameters.frozen:
        raise TypeError(f"{kind.__name__} is no frozen dataclass.")
    setattr(kind, _MARK, kind)
    return kind


def is_record(kind: type) -> bool:
    """Whether ``kind`` itself, no subclass of it, was declared with ``record``."""
    return type.__dict__["__dict__"].__get__(kind).get(_MARK) is kind


def record_fields(value: Any) -> list[tuple[str, Any]]:
    """The fields of a record, in their order."""
    kind = type(value)
    return [(one.name, getattr(value, one.name)) for one in dataclasses.fields(kind) if one.init]


def plain(value: Any) -> Any:
    """``value`` with numpy scalars (also inside containers) turned into Python's own numbers.

    numpy is recognised without importing it. Anything unknown comes back unchanged.
    """
    return _plain(value, _DEPTH)


def _plain(value: Any, depth: int) -> Any:
    kind = type(value)
    if depth == 0:
        return value
    if kind in _ATOMS:
        return value
    if kind in (list, tuple, set, frozenset):
        if _ATOMS.issuperset(map(type, value)):
            return kind(value)
        return kind(_plain(item, depth - 1) for item in value)
    if kind is dict:
        return {_plain(k, depth - 1): _plain(v, depth - 1) for k, v in value.items()}
    if kind.__module__ == "numpy" and kind.__name__ != "ndarray" and hasattr(kind, "item"):
        return kind.item(value)
    if is_record(kind):
        fields = record_fields(value)
        changed = {n: new for n, old in fields if (new := _plain(old, depth - 1)) is not old}
        return dataclasses.replace(value, **changed) if changed else value
    return value


def is_plain(value: Any) -> bool:
    """Whether the exact type of ``value`` is one that is compared and shown."""
    return type(value) in PLAIN or is_record(type(value))


def same(left: Any, right: Any, depth: int = _DEPTH) -> bool:
    """Equal in value and in exact type, all the way down; NaN equals NaN.

    ``True`` is not 1 and 3.0 is not 3; an object with an ``__eq__`` of its own equals nothing.
    """
    if type(left) is not type(right) or not is_plain(left) or depth == 0:
        return False
    if isinstance(left, float):
        return left == right or (math.isnan(left) and math.isnan(right))
    if isinstance(left, list | tuple):
        kinds = [*map(type, left)]
        if _ATOMS.issuperset(kinds) and kinds == [*map(type, right)] and left == right:
            return True
        return len(left) == len(right) and all(
            same(a, b, depth - 1) for a, b in zip(left, right, strict=True)
        )
    if isinstance(left, dict):
        return _same_keys(left, right, depth) and all(
            same(left[key], right[key], depth - 1) for key in left
        )
    if isinstance(left, set | frozenset):
        return _same_keys(left, right, depth)
    if type(left) not in PLAIN:
        pairs = zip(record_fields(left), record_fields(right), strict=True)
        return all(same(a, b, depth - 1) for (_, a), (_, b) in pairs)
    return bool(left == right)


def _same_keys(left: Any, right: Any, depth: int) -> bool:
    # Python finds True where 1 is stored, so each key is compared with the one it found.
    stored = {key: key for key in right}
    return len(left) == len(right) and all(
        key in stored and same(key, stored[key], depth - 1) for key in left
    )


class Opaque:
    """Stands for something that is no plain value; ``_thing`` is what it stands for."""

    _thing: Any


def _name_of(kind: type) -> str:
    # Not kind.__name__: a metaclass may answer that with anything.
    return str(type.__dict__["__name__"].__get__(kind))


class _Short(reprlib.Repr):
    """Python's notation, cut where it gets long, with thousands marked as in the notebooks."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlist = self.maxtuple = self.maxdict = self.maxset = 12
        self.maxstring = self.maxother = 80
        self.maxlevel = 4

    def repr_int(self, x: int, level: int) -> str:
        if x.bit_length() > 4_000:  # Python refuses to write out numbers that are much longer
            return f"<an int of about {x.bit_length() * 3 // 10:_} digits>"
        return f"{x:_}" if 1_000 <= abs(x) < 10**40 else super().repr_int(x, level)

    def repr1(self, x: Any, level: int) -> str:
        if type(x) in PLAIN:
            return super().repr1(x, level)
        if is_record(type(x)):
            fields = (f"{name}={self.repr1(item, level - 1)}" for name, item in record_fields(x))
            return f"{_name_of(type(x))}({', '.join(fields)})"
        # Never ask a learner's object for its own repr: it may lie, raise or not return.
        return f"<{_name_of(type(x))} object>"


_short = _Short()


def show(value: Any) -> str:
    """``value`` in Python's notation, at most about 200 characters, safe for any object."""
    text = _short.repr(value)
    return text if len(text) <= 200 else text[:197] + "..."


def kind_of(value: Any) -> str:
    """The name of a value's type, with its article: "an int", "a list", "None"."""
    if isinstance(value, Opaque):
        value = value._thing  # noqa: SLF001  (its own class)
    if value is None:
        return "None"
    name = _name_of(type(value))
    return f"{'an' if name[:1].lower() in 'aeio' else 'a'} {name}"
