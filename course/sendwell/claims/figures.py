"""Figures and tables: numbers that know how far they can be trusted.

A figure knows its label: whoever prints it prints "(A16, unverified)" with it. Its numbers, for
arithmetic, are ``number``, ``low`` and ``high``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sendwell.claims import card, strings, words
from sendwell.claims.errors import ClaimError

Number = int | float
Cell = str | int | float


class Status(StrEnum):
    """How far a claim can be trusted."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    CONTRADICTED = "contradicted"
    UNVERIFIABLE = "unverifiable"
    HARMFUL_ADVICE = "harmful advice"


@dataclass(frozen=True, repr=False)
class Figure:
    """A named number with its unit, a range (``low``, ``high``) or a date.

    ``bound`` is "" or a word such as "more than". Printing it always prints its label.
    """

    name: str
    unit: str = ""
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    date: dt.date | None = None
    bound: str = ""
    status: Status = Status.UNVERIFIABLE
    label: str = f"({strings.UNLABELLED})"

    @property
    def number(self) -> Number:
        """The value, for arithmetic. Raises ClaimError for a range or a date."""
        if self.value is None:
            raise ClaimError(f"figure {self.name} is no single number: {words.bare(self)}.")
        return self.value

    def text(self) -> str:
        """The figure for prose: "more than 50 messages per hour (A16, unverified)"."""
        return f"{words.bare(self)} {self.label}"

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return self.text()


@dataclass(frozen=True)
class Column:
    """A table's column; without a unit it holds words."""

    name: str
    unit: str = ""


@dataclass(frozen=True, repr=False)
class Table:
    """A table of an article: the first column names the rows."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    status: Status = Status.UNVERIFIABLE
    label: str = f"({strings.UNLABELLED})"

    def column(self, name: str) -> tuple[Cell, ...]:
        """The bare cells of a column, for arithmetic. Raises ClaimError if there is none."""
        index = self._index(name)
        return tuple(row[index] for row in self.rows)

    def cell(self, row: str, column: str) -> Figure:
        """One number of the table as a figure. Raises ClaimError for words or a wrong name."""
        index = self._index(column)
        for cells in self.rows:
            if str(cells[0]) == row:
                value = cells[index]
                if isinstance(value, str):
                    raise ClaimError(f"column {column} holds words, not figures.")
                name, unit = f"{row}/{column}", self.columns[index].unit
                return Figure(name, unit, value, status=self.status, label=self.label)
        raise ClaimError(f"the table has no row {row!r}.")

    def text(self) -> str:
        """The table on one line, with its label."""
        return f"{strings.SEPARATE.join(words.table_lines(self))} {self.label}"

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return card.table(self)

    def _index(self, name: str) -> int:
        for index, column in enumerate(self.columns):
            if column.name == name:
                return index
        raise ClaimError(f"the table has no column {name!r}.")
