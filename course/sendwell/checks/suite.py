"""A suite is the list of checks behind one cell of a notebook."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

from sendwell.checks.learner import Learner

Body: TypeAlias = Callable[[Learner], None]


class SuiteError(Exception):
    """A suite is missing or wrong: the course's fault or the caller's, never the learner's."""


@dataclass(frozen=True)
class Check:
    """One thing that is true of a right answer.

    ``points`` is at least 0; ``hints`` go from "where to look" to "almost the answer". ``seconds``
    is how long the check may take where that is more than checks are given otherwise.
    """

    title: str
    points: float
    hints: tuple[str, ...]
    body: Body
    seconds: float = 0


@dataclass
class Suite:
    """The checks of one exercise, in the order in which a learner reads them.

    ``name`` is ``<module>.<exercise>``, for example ``throttle.sliding_window``. ``by_line`` says
    that each check is about a value of its own in a form, so that a report explains every failure:
    of most exercises it explains the first, whose cause may be that of the others.
    """

    name: str
    checks: list[Check] = field(default_factory=list)
    by_line: bool = False

    @property
    def points(self) -> float:
        """The most that this suite can give."""
        return sum(check.points for check in self.checks)

    def check(
        self, title: str, *, points: float, hints: tuple[str, ...] = (), seconds: float = 0
    ) -> Callable[[Body], Body]:
        """Add the decorated function as a check. Titles are unique within a suite.

        Points have at most two decimals: nbgrader reads a report's six digits, and what rounds to
        more than the cell's points costs the whole submission.
        """
        if not 0 <= points <= 1_000 or round(points, 2) != points:
            raise SuiteError(
                f"{self.name}: check {title!r} has {points} points; "
                "give 0 to 1000, with at most two decimals."
            )
        if any(title == known.title for known in self.checks):
            raise SuiteError(f"{self.name}: two checks are called {title!r}.")

        def add(body: Body) -> Body:
            self.checks.append(Check(title, points, hints, body, seconds))
            return body

        return add


def suites_of(module: object) -> dict[str, Suite]:
    """The suites that a module defines at its top level, by name."""
    return {item.name: item for item in vars(module).values() if isinstance(item, Suite)}


def find_suite(name: str) -> Suite:
    """The suite called ``name`` among those that learners may read.

    Raises SuiteError, with the names that exist, if there is none.
    """
    known = _all_suites()
    if name in known:
        return known[name]
    raise SuiteError(f"There is no check called {name!r}. There are: {', '.join(sorted(known))}.")


@cache
def _all_suites() -> dict[str, Suite]:
    package = importlib.import_module("sendwell.checks.suites")
    known: dict[str, Suite] = {}
    for found in pkgutil.iter_modules(package.__path__):
        known |= suites_of(importlib.import_module(f"{package.__name__}.{found.name}"))
    return known
