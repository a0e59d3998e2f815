"""The fictional cases of the course, each with its right path: read at the first call."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sendwell.appeals.case import Case
from sendwell.appeals.read import read_case
from sendwell.checks.values import record

#: Where the case files are; the right paths lie in its folder ``paths``.
CASES = Path(__file__).parent / "cases"


@record
@dataclass(frozen=True)
class RightPath:
    """How a case should be handled on ``today``, by hand: the ids of the steps, and the reasons."""

    today: str
    channel: str
    stance: str
    steps: tuple[str, ...]
    ready: bool
    why: str


def case_names(folder: Path = CASES) -> tuple[str, ...]:
    """The names of the fictional cases, in alphabetical order."""
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


@cache
def load_case(name: str, folder: Path = CASES) -> Case:
    """A fictional case by its name. Raises KeyError with the names that there are."""
    _check(name, folder)
    return read_case(folder / f"{name}.toml")


@cache
def load_path(name: str, folder: Path = CASES) -> RightPath:
    """The right path of a fictional case. Raises KeyError with the names that there are."""
    _check(name, folder)
    raw = tomllib.loads((folder / "paths" / f"{name}.toml").read_text(encoding="utf-8"))
    return RightPath(**{**raw, "steps": tuple(raw["steps"])})


def _check(name: str, folder: Path) -> None:
    names = case_names(folder)
    if name not in names:
        raise KeyError(f"There is no case {name!r}. There are: {', '.join(names)}.")
