"""What may cross between the judge and a process that runs learner code, and how.

Values are plain data of exactly these types: None, bool, int, float, complex, str, bytes, list,
tuple, dict, set, frozenset, OrderedDict, Counter, defaultdict, range, date, time, datetime,
timedelta, Decimal, Fraction, numpy scalars and arrays, pandas data frames and series, and records
of such data (frozen dataclasses declared with `sendwell.checks.values.record` on both sides). Any
other subclass is no plain data: it stays where it is and crosses as a `Handle`. Nothing here runs
code that the other side chose: no pickle, no attribute access on what is sent, no class but a
record that is known here.

Both sides share this module and nothing else. It imports nothing of fairmark.
"""

from __future__ import annotations

import struct
import time as clock
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import msgpack

from fairmark import wire_scalars, wire_tables
from fairmark.wire_frames import Closed, Timeout, receive, send
from fairmark.wire_tables import WireError, ext_type

__all__ = [
    "Closed",
    "Handle",
    "Timeout",
    "WireError",
    "decode",
    "encode",
    "receive",
    "seal",
    "send",
    "settle",
    "unseal",
]

#: How deep containers may be nested, and how many values one message may hold.
MAX_DEPTH = 50
MAX_VALUES = 4_000_000
#: The largest result of one step that is compared byte for byte.
MAX_STEP_BYTES = 64 << 20
#: Longer arrays cross in pieces: a header that lies about its length then costs little memory.
_PIECE = 16_384
#: The seconds that reading one message may take (hashes that collide, fractions to reduce).
_MAX_SECONDS = 3.0


@dataclass(frozen=True)
class Handle:
    """Something that stays in the other process: object number ``id``, of a class so called."""

    id: int
    kind_name: str


# What is not native to msgpack crosses as an ext type. Containers are arrays whose first item is
# a mark, so that nothing is packed twice.
_TUPLE, _SET, _FROZENSET, _DICT, _LONG, _RECORD, _MAPPING = 1, 2, 3, 4, 5, 6, 7
_HANDLE = 21
# From 48 on: numpy and pandas, see wire_tables.

_SMALL = frozenset({type(None), bool, float})
_ATOMS = frozenset({type(None), bool, int, float, str, bytes, Handle})
_EASY_KEYS = frozenset({type(None), bool, int, str, bytes})


class _Mark:
    """The first item of an array that stands for another container."""

    __slots__ = ("code",)

    def __init__(self, code: int) -> None:
        self.code = code


_MARK_EXTS = {
    code: ext_type(code, b"")
    for code in (_TUPLE, _SET, _FROZENSET, _DICT, _LONG, _RECORD, _MAPPING)
}

#: The dicts with manners of their own that cross: of a defaultdict, what it makes goes by name.
_FACTORIES = {one.__name__: one for one in (bool, int, float, str, list, tuple, dict, set)}
_MAPPINGS: dict[str, Callable[[], dict[Any, Any]]] = {
    "OrderedDict": OrderedDict,
    "Counter": Counter,
    "defaultdict": defaultdict,
    **{name: partial(defaultdict, one) for name, one in _FACTORIES.items()},
}
MAPPINGS = frozenset({OrderedDict, Counter, defaultdict})


def encode(
    value: Any, limit: int, handle_for: Callable[[Any], Handle | None] | None = None
) -> bytes:
    """``value`` as at most ``limit`` bytes.

    ``handle_for`` gives the handle of what is no plain data. Raises WireError for cycles, for
    what is too deep or too large, and for what is neither plain nor has a handle.
    """
    encoder = _Encoder(limit, handle_for)
    try:
        packed: bytes = msgpack.packb(
            encoder.prepare(value, 0), strict_types=True, unicode_errors="surrogatepass"
        )
    except (ValueError, TypeError, OverflowError, RuntimeError, RecursionError) as error:
        raise WireError(f"cannot cross: {type(error).__name__}") from error
    if len(packed) > limit:
        raise WireError(f"larger than {limit:,} bytes")
    return packed


def settle(result: list[Any], pack: Callable[[Any], bytes] | None = None) -> list[Any] | bytes:
    """A step's result ``[status, value, changed, results, failure, kept]``, ready to be sent.

    What something could change before it is sent is packed at once. Raises WireError.
    """
    _, value, changed, results, _, _ = result
    if not changed and type(value) in _ATOMS and _ATOMS.issuperset(map(type, results)):
        texts = (one for one in (value, *results) if type(one) in (str, bytes))
        numbers = (one for one in (value, *results) if type(one) is int)
        if sum(map(len, texts)) < 10_000 and all(n.bit_length() < 4_000 for n in numbers):
            return result
    return encode(result, MAX_STEP_BYTES) if pack is None else pack(result)


def seal(parts: list[Any]) -> bytes:
    """An envelope: a flat message of numbers, texts and packed values."""
    packed: bytes = msgpack.packb(parts, unicode_errors="surrogatepass")
    return packed


def unseal(data: bytes) -> list[Any]:
    """The parts of an envelope, whoever wrote it: a list. Raises WireError."""
    try:
        parts = msgpack.unpackb(
            data, unicode_errors="surrogatepass", max_array_len=1_000, max_map_len=0, max_ext_len=0
        )
    except Exception as error:
        raise WireError(f"no well-formed message: {type(error).__name__}") from None
    if type(parts) is not list:
        raise WireError("no well-formed message")
    return parts


class _Encoder:
    """One message: turns plain data into what msgpack packs, and counts as it goes."""

    def __init__(self, limit: int, handle_for: Callable[[Any], Handle | None] | None) -> None:
        self.limit = limit
        self.left_bytes = limit
        self.left_values = MAX_VALUES
        self.handle_for = handle_for

    def spend(self, values: int, size: int = 0) -> None:
        self.left_values -= values
        self.left_bytes -= size
        if self.left_values < 0 or self.left_bytes < 0:
            raise WireError(f"larger than {self.limit:,} bytes or {MAX_VALUES:,} values")

    def prepare(self, value: Any, depth: int) -> Any:  # noqa: C901  a list of types
        kind = type(value)
        if kind in _SMALL:
            return value
        if kind is int:
            return value if -(2**63) <= value < 2**64 else wire_scalars.big_int(value)
        if kind is str or kind is bytes:
            self.spend(0, len(value))
            return value
        if depth >= MAX_DEPTH:
            raise WireError(f"nested deeper than {MAX_DEPTH}, or a cycle")
        if kind is list:
            return _pieces(self.prepare_all(value, depth))
        if kind is dict:
            keys = self.prepare_all(list(value.keys()), depth)
            values = self.prepare_all(list(value.values()), depth)
            if len(keys) <= _PIECE and all(type(key) is str or type(key) is int for key in keys):
                return dict(zip(keys, values, strict=True))
            # Not a msgpack map: a tuple, once prepared, is a list, which is no key.
            return [_MARK_EXTS[_DICT], _pieces(keys), _pieces(values)]
        if kind in MAPPINGS and (name := _mapping_name(value)):
            return [_MARK_EXTS[_MAPPING], name, self.prepare(dict(kind.items(value)), depth)]
        if kind in _CONTAINER_CODES:
            items = self.prepare_all(list(value), depth)
            return [_MARK_EXTS[_CONTAINER_CODES[kind]], _pieces(items)]
        encode_other = wire_scalars.OTHERS.get(kind)
        if encode_other is None and wire_scalars.is_record(kind):
            name, fields = wire_scalars.record_parts(value)
            return [_MARK_EXTS[_RECORD], name, self.prepare(fields, depth)]
        packed = encode_other(value) if encode_other else wire_tables.prepare(self, value, depth)
        if packed is None:
            return self.handle(value)
        if type(packed) is msgpack.ExtType:
            self.spend(1, len(packed.data))
        return packed

    def prepare_all(self, items: Any, depth: int) -> list[Any]:
        self.spend(len(items) + 1, len(items))
        if _SMALL.issuperset(map(type, items)):
            return list(items)
        depth += 1
        return [
            item
            if (kind := type(item)) in _SMALL or (kind is int and -(2**63) <= item < 2**64)
            else self.prepare(item, depth)
            for item in items
        ]

    def handle(self, value: Any) -> Any:
        handle = value if type(value) is Handle else None
        if handle is None and self.handle_for is not None:
            handle = self.handle_for(value)
        if handle is None:
            name = type.__dict__["__name__"].__get__(type(value))
            raise WireError(f"{str(name)[:80]} is no plain value")
        name = handle.kind_name[:100].encode("utf-8", "replace")
        return ext_type(_HANDLE, struct.pack(">Q", handle.id) + name)


_CONTAINER_CODES: dict[type, int] = {tuple: _TUPLE, set: _SET, frozenset: _FROZENSET}


def fill(into: Any, pairs: dict[Any, Any]) -> Any:
    """``into``, one of MAPPINGS or a dict, with these pairs and no others."""
    into.clear()
    if type(into) is Counter:
        dict.update(into, pairs)  # its own would add
    else:
        into.update(pairs)
    return into


def _mapping_name(value: Any) -> str:
    """What `_MAPPINGS` calls such a dict; "" if what it makes by default is the learner's."""
    if type(value) is not defaultdict:
        return type(value).__name__
    if value.default_factory is None:
        return "defaultdict"
    return next((name for name, one in _FACTORIES.items() if one is value.default_factory), "")


def _pieces(items: list[Any]) -> list[Any]:
    if len(items) <= _PIECE:
        return items
    starts = range(0, len(items), _PIECE)
    return [_MARK_EXTS[_LONG], *(items[start : start + _PIECE] for start in starts)]


def decode(data: bytes, resolve: Callable[[Handle], Any] | None = None) -> Any:
    """The value that `encode` wrote, whoever wrote it. Raises WireError if nobody did.

    ``resolve`` turns handles into what they stand for; without it they stay handles.
    """
    return _Decoder(resolve).decode(data)


class _Decoder:
    """One message read; bounded in depth, time and memory by the length of what came."""

    def __init__(self, resolve: Callable[[Handle], Any] | None) -> None:
        self.resolve = resolve
        self.marks = 0
        self.left_values = MAX_VALUES
        self.stop = clock.monotonic() + _MAX_SECONDS

    def decode(self, data: bytes) -> Any:
        try:
            value = msgpack.unpackb(
                data,
                raw=False,
                strict_map_key=False,
                unicode_errors="surrogatepass",
                list_hook=self.array,
                object_pairs_hook=self.map,
                ext_hook=self.ext,
                max_array_len=_PIECE + 1,
                max_map_len=_PIECE,
            )
        except WireError:
            raise
        except Exception as error:
            raise WireError(f"no well-formed message: {type(error).__name__}") from None
        if self.marks:
            raise WireError("no well-formed message: a stray mark")
        _check_depth(value)
        return value

    def map(self, pairs: list[tuple[Any, Any]]) -> dict[Any, Any]:
        self.spend(2 * len(pairs) + 1)
        keys = [key for key, _ in pairs]
        if not _EASY_KEYS.issuperset(map(type, keys)):
            raise WireError("no well-formed message: a key")
        return self.build({}, keys, [value for _, value in pairs])

    def build(self, into: dict[Any, Any], keys: list[Any], values: list[Any]) -> dict[Any, Any]:
        """``into`` filled, a few at a time: hostile keys may all have one hash."""
        if len(keys) != len(values):
            raise WireError("no well-formed message: keys without values")
        for start in range(0, len(keys), 256):
            into.update(zip(keys[start : start + 256], values[start : start + 256], strict=True))
            self.spend(0)
        return into

    def spend(self, values: int) -> None:
        """Count, so that a few bytes do not become many objects, nor much to work out."""
        self.left_values -= values
        if self.left_values < 0:
            raise WireError(f"more than {MAX_VALUES:,} values")
        if clock.monotonic() > self.stop:
            raise WireError("takes too long to read")

    def array(self, items: list[Any]) -> Any:
        self.spend(len(items) + 1)
        if not items or type(items[0]) is not _Mark:
            return items
        self.marks -= 1
        code = items[0].code
        if code == _LONG:
            return [item for piece in items[1:] for item in _list(piece)]
        if code == _DICT:
            _, keys, values = items
            return self.build({}, _list(keys), _list(values))
        if code == _MAPPING:
            _, name, pairs = items
            made = _MAPPINGS[name]()
            if type(made) is Counter:
                return fill(made, _dict(pairs))  # a copy: no key is looked for
            return self.build(made, [*_dict(pairs)], [*pairs.values()])
        if code in wire_tables.MARKS:
            return wire_tables.read_table(code, items[1:], self.spend)
        if code == _RECORD:
            _, name, fields = items
            return wire_scalars.read_record(name, fields)
        _, members = items
        if code == _TUPLE:
            return tuple(_list(members))
        members = self.build({}, _list(members), members)
        return set(members) if code == _SET else frozenset(members)

    def ext(self, code: int, data: bytes) -> Any:
        if not data and (code in _MARK_EXTS or code in wire_tables.MARKS):
            self.marks += 1
            return _Mark(code)
        self.spend(1)
        if code == _HANDLE:
            (number,) = struct.unpack_from(">Q", data)
            handle = Handle(number, data[8:108].decode("utf-8", "replace"))
            return handle if self.resolve is None else self.resolve(handle)
        if code in wire_scalars.EXTS:
            return wire_scalars.read_ext(code, data)
        if code in wire_tables.EXTS:
            return wire_tables.read_ext(code, data)
        raise WireError(f"no well-formed message: ext type {code}")


def _list(items: Any) -> list[Any]:
    if type(items) is not list:
        raise WireError("no well-formed message: items")
    return items


def _dict(pairs: Any) -> dict[Any, Any]:
    if type(pairs) is not dict:
        raise WireError("no well-formed message: pairs")
    return pairs


_CONTAINERS = frozenset({list, tuple, dict, set, frozenset}) | MAPPINGS


def _check_depth(value: Any) -> None:
    level = [value]
    for _ in range(MAX_DEPTH + 2):
        inner: list[Any] = []
        for item in level:
            kind = type(item)
            if kind is dict or kind in MAPPINGS:
                inner += item.keys()
                inner += item.values()
            elif kind in _CONTAINERS:
                inner += item
        level = [item for item in inner if type(item) in _CONTAINERS]
        if not level:
            return
    raise WireError(f"nested deeper than {MAX_DEPTH}")
