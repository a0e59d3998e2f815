"""Records of the course: compared, shown and sent to another process like plain data."""

import dataclasses
from dataclasses import dataclass
from typing import Any

import pytest

from fairmark import wire
from sendwell.checks.values import is_plain, is_record, plain, record, same, show


@record
@dataclass(frozen=True)
class Point:
    """For tests."""

    x: int
    y: Any = None


@record
@dataclass(frozen=True, slots=True)
class Whole:
    """Refuses what is no whole number."""

    n: int

    def __post_init__(self) -> None:
        if type(self.n) is not int:
            raise ValueError(f"{self.n!r} is no whole number")


class Liar(Point):
    """A learner's subclass."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = Point.__hash__


def test_record_is_plain_and_compared_field_by_field_with_exact_types() -> None:
    assert is_plain(Point(1))
    assert same(Point(1, [Point(2)]), Point(1, [Point(2)]))
    assert not same(Point(1), Point(2))
    assert not same(Point(1), Point(True))
    assert not same(Point(1), Whole(1))


def test_subclass_and_lookalike_are_no_records() -> None:
    lookalike = dataclasses.make_dataclass("Point", ["x", "y"], frozen=True)
    for kind in (Liar, lookalike):
        assert not is_record(kind)
        assert not same(kind(1, None), Point(1))


def test_what_is_no_frozen_dataclass_is_refused() -> None:
    with pytest.raises(TypeError, match="no frozen dataclass"):
        record(dataclasses.make_dataclass("Loose", ["x"]))


def test_record_is_shown_as_python_writes_it() -> None:
    assert show([Point(1_000, "a")]) == "[Point(x=1_000, y='a')]"


def test_numpy_inside_a_record_becomes_a_number() -> None:
    numpy = pytest.importorskip("numpy")
    assert same(plain(Point(numpy.int64(3))), Point(3))


@pytest.mark.parametrize("value", [Point(1), [Point(2, (Whole(3), {"a": Point(4)}))], Whole(5)])
def test_record_crosses(value: Any) -> None:
    assert same(wire.decode(wire.encode(value, 10_000)), value)


def test_subclass_crosses_as_a_handle() -> None:
    packed = wire.encode(Liar(1), 1_000, lambda thing: wire.Handle(7, "Liar"))
    assert wire.decode(packed) == wire.Handle(7, "Liar")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("os:system", {"command": "true"}),
        ("builtins:dict", {}),
        ("nowhere:Point", {"x": 1}),
        (f"{__name__}:Liar", {"x": 1}),
        (f"{__name__}:Point", {"z": 1}),
        (f"{__name__}:Point", [1]),
        (f"{__name__}:Whole", {"n": "x"}),
        (7, {}),
    ],
)
def test_forged_record_is_no_message(name: Any, fields: Any) -> None:
    honest = wire._RECORD
    forged = wire.msgpack.packb([wire._MARK_EXTS[honest], name, fields])
    with pytest.raises(wire.WireError):
        wire.decode(forged)
