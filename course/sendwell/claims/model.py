"""The records of the registry: made by ``build`` from checked entries, never changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from sendwell.claims import card, strings, words
from sendwell.claims.errors import ClaimError
from sendwell.claims.figures import Figure, Status, Table


class Kind(StrEnum):
    """What a contradiction is about; its id begins with the letter."""

    NUMBERS = "numbers"
    ADVICE = "advice"
    ARITHMETIC = "arithmetic"


@dataclass(frozen=True)
class Document:
    """What was read: tier A official, B a partner that quotes Meta, C press.

    ``as_of_basis`` is "document" if the document carries the date, "collected" if it is the day
    on which a copy was read; ``precision`` says how much of the date is known.
    """

    key: str
    title: str
    address: str
    tier: str
    as_of: dt.date
    as_of_basis: str
    precision: str
    note: str


@dataclass(frozen=True)
class Evidence:
    """What a document says, in our words."""

    document: Document
    says: str


@dataclass(frozen=True)
class Source:
    """Where a claim stands: an article's short name, its file and a heading.

    For a published fact: no article, the document's address as ``file``, its title as ``section``.
    """

    article: str
    file: str
    section: str


@dataclass(frozen=True, repr=False, kw_only=True)
class Claim:
    """Something that an article states.

    ``note`` is for maintainers, ``teach`` for teaching around harmful advice, ``lost`` names a list
    that the article announces and does not hold.
    """

    id: str
    statement: str
    source: Source
    status: Status
    figures: tuple[Figure, ...] = ()
    table: Table | None = None
    evidence: tuple[Evidence, ...] = ()
    conflicts_with: tuple[str, ...] = ()
    corrected_by: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    lost: str = ""
    teach: str = ""
    note: str = ""
    file: str = ""

    @property
    def main(self) -> Evidence | None:
        """The evidence that counts: the first. Its date is the date of the claim."""
        return self.evidence[0] if self.evidence else None

    def figure(self, name: str) -> Figure:
        """A figure by name, or a table's cell as "row/column".

        Raises ClaimError, with the names that there are.
        """
        for figure in self.figures:
            if figure.name == name:
                return figure
        row, slash, column = name.partition("/")
        if slash and self.table is not None:
            return self.table.cell(row, column)
        names = ", ".join(figure.name for figure in self.figures) or strings.NO_FIGURE
        raise ClaimError(f"has no figure {name!r}, it has: {names}.", key=self.id, file=self.file)

    def text(self) -> str:
        """The claim on one line of plain text, label, figures and source included."""
        return card.claim_line(self)

    def _repr_html_(self) -> str:
        return card.claim(self)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return self.text()


@dataclass(frozen=True, repr=False, kw_only=True)
class Fact(Claim):
    """Something official or published; ``bears_on`` lists the articles' claims that it judges."""

    bears_on: tuple[str, ...] = ()


@dataclass(frozen=True)
class Side:
    """One side of a contradiction: a claim with some of its figures.

    Or a sentence of an article that is no claim of its own; then ``claim`` is None.
    """

    source: Source
    says: str
    claim: Claim | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True, repr=False, kw_only=True)
class Contradiction:
    """Places that exclude one another.

    ``results`` are computed from the sides' claims by functions of ``arithmetic``, to three
    significant digits.
    """

    id: str
    kind: Kind
    statement: str
    sides: tuple[Side, ...]
    results: tuple[Figure, ...]
    functions: tuple[str, ...]
    resolution: str
    note: str = ""
    file: str = ""

    @property
    def status(self) -> Status:
        """Contradicted, always: so that every record has a status."""
        return Status.CONTRADICTED

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims on its sides."""
        return tuple(side.claim.id for side in self.sides if side.claim)

    def result(self, name: str) -> Figure:
        """A computed figure by name. Raises ClaimError."""
        for figure in self.results:
            if figure.name == name:
                return figure
        raise ClaimError(f"computes nothing called {name!r}.", key=self.id, file=self.file)

    def text(self) -> str:
        """The contradiction on one line of plain text."""
        return card.contradiction_line(self)

    def _repr_html_(self) -> str:
        return card.contradiction(self)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return self.text()


Record = Claim | Contradiction


@dataclass(frozen=True)
class Lost:
    """A list that an article announces and does not hold; ``claim`` is "" if no claim covers it."""

    source: Source
    what: str
    claim: str


@dataclass(frozen=True)
class Registry:
    """Everything, in the order of the files: articles by short name, records by id."""

    articles: Mapping[str, Source]
    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    facts: Mapping[str, Fact]
    contradictions: Mapping[str, Contradiction]
    lost: tuple[Lost, ...]

    @property
    def records(self) -> Mapping[str, Record]:
        """Claims, contradictions and facts by id."""
        return {**self.claims, **self.contradictions, **self.facts}


SomeClaim = TypeVar("SomeClaim", Claim, Fact)


def labelled(claim: SomeClaim) -> SomeClaim:
    """The claim with its label on every figure and on its table."""
    figures = tuple(
        replace(figure, label=words.label(claim, figure.status)) for figure in claim.figures
    )
    table = claim.table and replace(
        claim.table, status=claim.status, label=words.label(claim, claim.status)
    )
    return replace(claim, figures=figures, table=table)
