"""A test cell whose last line is a number of points, and what learners' numbers come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

import pytest
from nbformat.v4 import new_notebook

from fairmark.judge.cells import Judged, Namespace, run_test
from fairmark.judge.plan import Plan, PlannedTest
from fairmark.judge.session import Session


class Names(Mapping[str, Any]):
    """A session that has one name and no process."""

    printed = ""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __getitem__(self, name: str) -> Any:
        return {"f": self.value}[name]

    def __iter__(self) -> Iterator[str]:
        return iter(["f"])

    def __len__(self) -> int:
        return 1

    def seconds_left(self) -> float:
        return 5.0


def judged(value: Any, last: str) -> Judged:
    session = cast("Session", Names(value))
    test = PlannedTest("t", "f", 2.0, last=last)
    plan = Plan("n", new_notebook(), {"t": test}, "", frozenset({"f"}))
    return run_test(test, Namespace(plan, session), session)


@pytest.mark.parametrize(
    ("value", "points"),
    [(1, 1), (1.5, 1.5), (7, 2), (-1, 0), (float("nan"), 0), (True, 0), (10**400, 0)],
)
def test_points_are_finite_numbers(value: Any, points: float) -> None:
    assert judged(value, "number").points == points


def test_a_number_that_is_no_points_may_be_of_any_size() -> None:
    assert judged(10**400, "value").points == 2
