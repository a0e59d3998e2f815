"""What crosses, what does not, and what hostile bytes can do: nothing."""

import contextlib
import math
import random
import socket
import threading
import time
from collections import Counter, OrderedDict, defaultdict
from datetime import date, datetime, timedelta, timezone
from datetime import time as clock_time
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Any

import msgpack
import pytest

from fairmark import wire

LIMIT = 10_000_000
PLAIN: list[Any] = [
    None,
    True,
    0,
    -(2**63),
    2**64,
    10**4_000,
    1.5,
    -0.0,
    math.inf,
    "text",
    "lone \ud800 surrogate",
    b"bytes",
    [],
    [1, [2, [3]]],
    (),
    (1, ("a", [])),
    {},
    {"a": 1, 2: "b"},
    {(1, 2): {3}, None: 1.0, 1.5: b""},
    set(),
    {1, "a"},
    frozenset({(1, 2)}),
    OrderedDict({"b": 1, "a": [2]}),
    Counter("abracadabra"),
    Counter({"a": -1, (1, 2): 0}),
    defaultdict(None, {1: 2}),
    defaultdict(list, {"a": [1]}),
    {"a": [defaultdict(int)]},
    range(3, 30, 4),
    1j,
    Decimal("1.50"),
    Decimal("-Infinity"),
    Fraction(-1, 3),
    date(2026, 2, 28),
    clock_time(1, 2, 3, 4, fold=1),
    datetime(2026, 1, 1, 12, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
    timedelta(-3, 5, 7),
    list(range(40_000)),
    {str(n): n for n in range(20_000)},
]


class Whole(int):
    pass


class Words(OrderedDict[str, int]):
    pass


class Code(IntEnum):
    OK = 1


@pytest.mark.parametrize("value", PLAIN, ids=lambda value: type(value).__name__)
def test_plain_values_cross_exactly(value: Any) -> None:
    found = wire.decode(wire.encode(value, LIMIT))
    assert type(found) is type(value)
    assert found == value
    assert repr(found) == repr(value) or isinstance(value, set | frozenset)


def test_nan_crosses() -> None:
    assert math.isnan(wire.decode(wire.encode(math.nan, LIMIT)))


@pytest.mark.parametrize(
    "value",
    [
        Whole(3),
        Code.OK,
        Words(),
        defaultdict(lambda: 0),
        bytearray(b"x"),
        memoryview(b"x"),
        object(),
        [Whole(3)],
        type,
    ],
)
def test_anything_else_stays_or_is_refused(value: Any) -> None:
    with pytest.raises(wire.WireError):
        wire.encode(value, LIMIT)
    found = wire.decode(wire.encode(value, LIMIT, lambda _: wire.Handle(7, "thing")))
    assert found in (wire.Handle(7, "thing"), [wire.Handle(7, "thing")])


def test_cycles_depth_and_size_are_refused() -> None:
    cycle: list[Any] = []
    cycle.append(cycle)
    wide: list[Any] = [1]
    for _ in range(45):
        wide = [wide, wide]
    for value in (cycle, wide, "x" * LIMIT, 10**200_000):
        with pytest.raises(wire.WireError):
            wire.encode(value, LIMIT)


def test_damaged_messages_are_refused_or_read_as_plain_data() -> None:
    chance = random.Random(1)
    whole = [wire.encode(value, LIMIT)[:500] for value in PLAIN]
    for _ in range(20_000):
        data = bytearray(chance.choice(whole))
        for _ in range(chance.randint(1, 5)):
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            wire.decode(bytes(data))
        except wire.WireError:
            continue


def rows(count: int) -> msgpack.ExtType:
    """A range from 0, as it crosses."""
    return msgpack.unpackb(wire.encode(range(count), LIMIT))


MANY_ROWS = rows(10**8)
NO_DAYS = msgpack.ExtType(48, b"\x07\x01" + bytes(8) + b"<M8[ns]")


def series(count: int, column: Any) -> bytes:
    """A series of so many rows, whose column is said to be this."""
    return msgpack.packb([msgpack.ExtType(65, b""), [None, rows(count)], "name", column])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x91" * 900 + b"\xc0",
        b"\x91" * 100_000,
        b"\xdd\xff\xff\xff\xff",
        b"\xdc\xff\xff" * 300,
        b"\xdf\xff\xff\xff\xff",
        b"\xc6\xff\xff\xff\xff",
        msgpack.packb([1, msgpack.ExtType(1, b"")]),
        msgpack.packb([msgpack.ExtType(2, b""), [[1]]]),
        msgpack.packb({1.5: 2}),
        msgpack.packb(msgpack.ExtType(99, b"x")),
        msgpack.packb(msgpack.ExtType(48, b"\x03\x01" + bytes(8) + b"|O8")),
        msgpack.packb(msgpack.ExtType(48, b"\x03\x02" + b"\xff" * 16 + b"<i8")),
        msgpack.packb(msgpack.ExtType(48, b"\x03\x01" + (10**9).to_bytes(8, "big") + b"|S0")),
        msgpack.packb(msgpack.ExtType(19, b"\x00\x01\x01\x00\x01\x00")),
        series(10**8, ["int64", 5]),
        series(10**8, ["int64", [5]]),
        series(10**8, ["int64", {"a": 5}]),
        series(10**8, ["datetime64[ns, UTC]", MANY_ROWS]),
        series(0, ["datetime64[ns, dateutil//etc/hostname]", NO_DAYS]),
        msgpack.packb([msgpack.ExtType(64, b""), [None, MANY_ROWS], [None, ["object", []]], []]),
    ],
)
def test_hostile_messages_are_refused_quickly(data: bytes) -> None:
    started = time.monotonic()
    with pytest.raises(wire.WireError):
        wire.decode(data)
    assert time.monotonic() - started < 1


def test_keys_with_one_hash_are_given_up() -> None:
    prime = 2**61 - 1
    value = dict.fromkeys(range(3))
    packed = wire.encode(value, LIMIT)
    assert wire.decode(packed) == value
    keys = [msgpack.ExtType(16, (n * prime).to_bytes(16, "big")) for n in range(1, 16_000)]
    hostile = msgpack.packb([msgpack.ExtType(2, b""), keys])
    started = time.monotonic()
    with contextlib.suppress(wire.WireError):
        wire.decode(hostile)
    assert time.monotonic() - started < 8


def test_frames() -> None:
    one, other = socket.socketpair()
    with one, other:
        wire.send(one, b"x" * 10)
        assert wire.receive(other, 10) == b"x" * 10
        with pytest.raises(wire.Timeout):
            wire.receive(other, 10, time.monotonic() + 0.05)
        wire.send(one, b"x" * 11)
        with pytest.raises(wire.WireError):
            wire.receive(other, 10)


def test_a_large_frame_and_a_reader_that_does_not_read() -> None:
    one, other = socket.socketpair()
    with one, other:
        data = bytes(5_000_000)
        thread = threading.Thread(target=wire.send, args=(one, data))
        thread.start()
        assert wire.receive(other, len(data), time.monotonic() + 10) == data
        thread.join()
        with pytest.raises(wire.Timeout):
            wire.send(one, data, time.monotonic() + 0.1)


def test_one_frame_at_a_time() -> None:
    one, other = socket.socketpair()
    with one, other:
        wire.send(one, b"reply")
        wire.send(one, b"another")
        with pytest.raises(wire.WireError, match="out of turn"):
            wire.receive(other, 100)


def test_the_other_side_goes() -> None:
    one, other = socket.socketpair()
    with other:
        one.send(b"\x00\x00")
        one.close()
        with pytest.raises(wire.Closed):
            wire.receive(other, 100)


def test_arrays() -> None:
    numpy = pytest.importorskip("numpy")
    for value in (
        numpy.float64(1.5),
        numpy.bool_(True),
        numpy.str_(""),
        numpy.bytes_(b""),
        numpy.datetime64("2026-01-01"),
        numpy.array([[1, 2], [3, 4]])[:, ::-1],
        numpy.zeros((0, 5)),
        numpy.array(["a", "bb"]),
        numpy.array(5),
    ):
        found = wire.decode(wire.encode(value, LIMIT))
        assert type(found) is type(value)
        assert found.dtype == value.dtype
        assert found.shape == value.shape
        assert numpy.all(found == value)
    for value in (numpy.array([object()]), numpy.zeros(2, "i4,f8"), numpy.ma.array([1])):
        with pytest.raises(wire.WireError):
            wire.encode(value, LIMIT)


def test_frames_of_data() -> None:
    pandas = pytest.importorskip("pandas")
    days = pandas.to_datetime(["2026-01-01", "2026-02-01"])
    frame = pandas.DataFrame(
        {
            "a": [1, 2],
            "b": ["x", None],
            "c": [1.5, float("nan")],
            "d": days,
            "e": pandas.Categorical(["u", "v"]),
            "f": pandas.array([1, None], dtype="Int64"),
            "g": days.tz_localize("Europe/Berlin"),
            "h": [(1, 2), [3]],
        },
        index=pandas.Index(["p", "q"], name="i"),
    )
    for value in (frame, frame.reset_index(), pandas.DataFrame()):
        pandas.testing.assert_frame_equal(wire.decode(wire.encode(value, LIMIT)), value)
    for name in ("a", "b", "g"):
        found = wire.decode(wire.encode(frame[name], LIMIT))
        pandas.testing.assert_series_equal(found, frame[name])
