"""The fictional cases of the course: read from their files at the first call."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sendwell.appeals.case import Case
from sendwell.appeals.read import read_case

#: Where the case files are.
CASES = Path(__file__).parent / "cases"


def case_names() -> tuple[str, ...]:
    """The names of the fictional cases, in alphabetical order."""
    return tuple(sorted(path.stem for path in CASES.glob("*.toml")))


@cache
def load_case(name: str) -> Case:
    """A fictional case by its name. Raises KeyError with the names that there are."""
    if name not in case_names():
        raise KeyError(f"There is no case {name!r}. There are: {', '.join(case_names())}.")
    return read_case(CASES / f"{name}.toml")
