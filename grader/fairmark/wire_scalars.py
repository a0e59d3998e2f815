"""Numbers, dates and records on the wire: what is not native to msgpack and holds no items."""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from typing import Any

from fairmark.wire_tables import WireError, ext_type

#: The longest whole number, in bytes: arithmetic on longer ones takes the judge too long.
MAX_INT_BYTES = 65_536

_INT, _COMPLEX, _DECIMAL, _FRACTION, _RANGE = 16, 17, 18, 19, 20
_DATE, _TIME, _DATETIME, _TIMEDELTA = 32, 33, 34, 35


def big_int(value: int) -> Any:
    """A whole number that msgpack has no form for. Raises WireError if it is too long."""
    size = value.bit_length() // 8 + 1
    if size > MAX_INT_BYTES:
        raise WireError(f"a whole number of more than {MAX_INT_BYTES:,} bytes")
    return ext_type(_INT, value.to_bytes(size, "big", signed=True))


def _ints(code: int, *values: int) -> Any:
    sizes = [value.bit_length() // 8 + 1 for value in values]
    if max(sizes) > MAX_INT_BYTES // 16:
        raise WireError("a whole number that is too long")
    data = b"".join(
        struct.pack(">H", size) + value.to_bytes(size, "big", signed=True)
        for size, value in zip(sizes, values, strict=True)
    )
    return ext_type(code, data)


def _offset(value: time | datetime) -> int | None:
    """The fixed offset from UTC in microseconds; _NO_OFFSET if naive, None if it is not fixed."""
    if value.tzinfo is None:
        return _NO_OFFSET
    if type(value.tzinfo) is not timezone:
        return None
    return value.tzinfo.utcoffset(None) // timedelta(microseconds=1)


_NO_OFFSET = 2**62


def _time(value: time) -> Any:
    offset = _offset(value)
    fields = (value.hour, value.minute, value.second, value.microsecond, value.fold)
    return None if offset is None else _ints(_TIME, *fields, offset)


def _datetime(value: datetime) -> Any:
    offset = _offset(value)
    if offset is None:
        return None
    day = (value.year, value.month, value.day, value.hour, value.minute, value.second)
    return _ints(_DATETIME, *day, value.microsecond, value.fold, offset)


OTHERS: dict[type, Callable[[Any], Any]] = {
    complex: lambda value: ext_type(_COMPLEX, struct.pack(">dd", value.real, value.imag)),
    Decimal: lambda value: ext_type(_DECIMAL, Decimal.__str__(value).encode()),
    Fraction: lambda value: _ints(_FRACTION, value.numerator, value.denominator),
    range: lambda value: _ints(_RANGE, value.start, value.stop, value.step),
    date: lambda value: _ints(_DATE, value.year, value.month, value.day),
    time: _time,
    datetime: _datetime,
    timedelta: lambda value: _ints(_TIMEDELTA, value.days, value.seconds, value.microseconds),
}


def is_record(kind: type) -> bool:
    """Whether `sendwell.checks.values.record` has marked this very class."""
    return type.__dict__["__dict__"].__get__(kind).get("__plain_record__") is kind


def record_parts(value: Any) -> tuple[str, dict[str, Any]]:
    """The name, which is "module:class", and the fields that its constructor takes."""
    kind = type(value)
    fields = kind.__dataclass_fields__.values()
    given = {one.name: getattr(value, one.name, None) for one in fields if one.init}
    return f"{kind.__module__}:{kind.__qualname__}", given


def read_record(name: Any, fields: Any) -> Any:
    """A record, made anew: its own validation has the last word on what the fields may hold.

    Only classes so marked count, in modules that this side has imported for its own reasons.
    """
    module, _, qualname = name.partition(":") if type(name) is str else ("", "", "")
    kind = getattr(sys.modules.get(module), qualname, None)
    if type(kind) is not type or not is_record(kind) or type(fields) is not dict:
        raise WireError(f"a record that is not known here: {str(name)[:80]}")
    return kind(**fields)


def _read_ints(data: bytes) -> list[int]:
    found: list[int] = []
    at = 0
    while at < len(data):
        (size,) = struct.unpack_from(">H", data, at)
        at += 2 + size
        if at > len(data) or len(found) > 16:
            raise WireError("no well-formed message: whole numbers")
        found.append(int.from_bytes(data[at - size : at], "big", signed=True))
    return found


def _zone(offset: int) -> timezone | None:
    return None if offset == _NO_OFFSET else timezone(timedelta(microseconds=offset))


_FROM_INTS: dict[int, Callable[..., Any]] = {
    _FRACTION: Fraction,
    _RANGE: range,
    _DATE: date,
    _TIME: lambda h, m, s, us, fold, off: time(h, m, s, us, _zone(off), fold=fold),
    _DATETIME: lambda y, mo, d, h, m, s, us, fold, off: datetime(
        y, mo, d, h, m, s, us, _zone(off), fold=fold
    ),
    _TIMEDELTA: timedelta,
}

EXTS = frozenset({_INT, _COMPLEX, _DECIMAL, *_FROM_INTS})


def read_ext(code: int, data: bytes) -> Any:
    """The number or date that an ext type stands for. Raises WireError or ValueError."""
    if code == _COMPLEX:
        return complex(*struct.unpack(">dd", data))
    if len(data) > MAX_INT_BYTES:
        raise WireError("no well-formed message: a number that is too long")
    if code == _INT:
        return int.from_bytes(data, "big", signed=True)
    if code == _DECIMAL:
        return Decimal(data.decode("ascii"))
    return _FROM_INTS[code](*_read_ints(data))
