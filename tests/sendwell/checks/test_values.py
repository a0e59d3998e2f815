"""Plain values: comparing them, turning numpy's into Python's, and showing them."""

from __future__ import annotations

from collections import Counter, OrderedDict
from enum import IntEnum
from typing import Any

import pytest

from sendwell.checks.values import Opaque, is_plain, kind_of, plain, same, show

NAN = float("nan")


class EqualToAll:
    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return hash(3)


class LyingInt(int):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__


class LyingStr(str):
    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = str.__hash__


class LyingList(list[Any]):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None


class Colour(IntEnum):
    RED = 3


def numpy_scalar(value: Any) -> Any:
    """An object that looks as numpy's scalars do; numpy itself is no dependency."""
    kind = type("int64", (), {"item": lambda _: value})
    kind.__module__ = "numpy"
    return kind()


@pytest.mark.parametrize(
    "value",
    [
        True,
        0,
        10**5000,
        1.5,
        NAN,
        "text",
        b"bytes",
        None,
        [1, [2, (3,)]],
        {"a": {1: [True]}},
        {1, 2},
        frozenset({"a"}),
        (),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_is_the_same_as_its_copy(value: Any) -> None:
    copy = type(value)(value) if isinstance(value, list | dict | set) else value
    assert same(value, copy)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (True, 1),
        (1, True),
        (0, False),
        (3.0, 3),
        (3, 3.0),
        (None, False),
        (0, None),
        ("3", 3),
        ([True], [1]),
        ([1, 2], (1, 2)),
        ([1, 2], [1, 2, 3]),
        ([1, 2, 3], [1, 2]),
        ({"a": 1}, {"a": True}),
        ({"a": 1}, {"b": 1}),
        ({"a": 1}, {"a": 1, "b": 2}),
        ({1: "a"}, {True: "a"}),
        ({1}, {True}),
        ({1.0}, {1}),
        ({1}, {2}),
        ({(1,)}, {(True,)}),
        ({1}, frozenset({1})),
        (0.0, NAN),
        (NAN, None),
        (b"a", "a"),
        (OrderedDict(a=1), {"a": 1}),
        (Counter("a"), {"a": 1}),
        (Colour.RED, 3),
        (LyingInt(4), 3),
        (LyingInt(3), 3),
        (LyingStr("no"), "yes"),
        (LyingList([1]), [1]),
        (EqualToAll(), 3),
        (3, EqualToAll()),
        ([EqualToAll()], [3]),
        ({EqualToAll()}, {3}),
        ({(EqualToAll(),)}, {(3,)}),
        ({"a": EqualToAll()}, {"a": 3}),
        ({EqualToAll(): "a"}, {3: "a"}),
        (EqualToAll(), EqualToAll()),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_of_other_types_or_contents_are_not_the_same(left: Any, right: Any) -> None:
    assert not same(left, right)


def test_nan_is_the_same_as_nan_at_any_depth() -> None:
    assert same([{"a": (NAN,)}], [{"a": (float("nan"),)}])


def test_a_list_inside_itself_ends() -> None:
    endless: list[Any] = []
    endless.append(endless)
    assert not same(endless, [[]])
    assert is_plain(plain(endless))
    assert len(show(endless)) <= 200


@pytest.mark.parametrize("value", [True, 7, 2.5])
def test_numpy_scalars_become_pythons_numbers(value: Any) -> None:
    scalar = numpy_scalar(value)
    found = plain([scalar, (scalar,), {"a": scalar}, {"b": [scalar]}])
    assert same(found, [value, (value,), {"a": value}, {"b": [value]}])
    assert not is_plain(scalar)


def test_plain_leaves_what_it_does_not_know_alone() -> None:
    thing = EqualToAll()
    assert plain(thing) is thing
    assert plain([thing])[0] is thing


class Shouts:
    def __repr__(self) -> str:
        raise ValueError("never call me")


class Meta(type):
    def __getattribute__(cls, name: str) -> Any:
        if name in ("__name__", "__qualname__"):
            return 3
        return super().__getattribute__(name)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (999, "999"),
        (2_000, "2_000"),
        (10_000, "10_000"),
        (-86_400_000, "-86_400_000"),
        (True, "True"),
        (None, "None"),
        ([1, 20_000], "[1, 20_000]"),
        (Shouts(), "<Shouts object>"),
        ([Shouts()], "[<Shouts object>]"),
        ({"a": Shouts()}, "{'a': <Shouts object>}"),
        (Meta("Liar", (), {})(), "<Liar object>"),
        (list(range(20)), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ...]"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_values_are_shown_as_in_the_notebooks(value: Any, text: str) -> None:
    assert show(value) == text


@pytest.mark.parametrize(
    "value",
    [10**5000, -(10**5000), [10**5000], {10**5000: 1}, "x" * 10**6, [["y" * 500] * 50] * 50],
    ids=lambda value: type(value).__name__,
)
def test_what_is_shown_stays_short(value: Any) -> None:
    assert 0 < len(show(value)) <= 200


def test_a_number_too_long_to_write_is_described() -> None:
    assert show(-(10**5000)) == "<an int of about 4_983 digits>"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "None"),
        (1, "an int"),
        ([], "a list"),
        (1.0, "a float"),
        (Shouts(), "a Shouts"),
        (Meta("Liar", (), {})(), "a Liar"),
    ],
)
def test_kinds_have_their_article(value: Any, text: str) -> None:
    assert kind_of(value) == text


def test_kind_of_what_stands_for_a_thing_is_the_kind_of_the_thing() -> None:
    stands_for = Opaque()
    stands_for._thing = Shouts()
    assert kind_of(stands_for) == "a Shouts"
