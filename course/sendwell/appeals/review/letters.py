"""The letters to practise on: fictional, labelled by hand before there was any rule."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sendwell.checks.values import record

#: The file of the open letters. Others are held back where learners need not look.
LETTERS = Path(__file__).parent / "letters.toml"


@record
@dataclass(frozen=True)
class Labelled:
    """A letter about a fictional case; ``missed`` holds the criteria that a reader says it misses.

    ``kind`` is "good", "weak", "dishonest" or "copied"; ``language`` is "en" or "it".
    """

    id: str
    case: str
    language: str
    kind: str
    missed: tuple[int, ...]
    text: str


@cache
def load_letters(file: Path = LETTERS) -> tuple[Labelled, ...]:
    """Every letter of a file, in its order. Raises OSError, or ValueError for a wrong file."""
    raw = tomllib.loads(file.read_text(encoding="utf-8"))["letter"]
    return tuple(Labelled(**{**one, "missed": tuple(one["missed"])}) for one in raw)
