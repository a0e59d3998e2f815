"""What is written in the data files: one dataclass an entry. ``read`` makes them, strictly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sendwell.claims.figures import Cell, Number, Status
from sendwell.claims.model import Kind

Tier = Literal["A", "B", "C"]
Basis = Literal["document", "collected"]
Precision = Literal["day", "month", "year"]
Article = Literal["S0", "S1"]
Bound = Literal["", "more than", "less than", "at least", "at most", "about"]


@dataclass(frozen=True)
class ArticleEntry:
    """An article: its file, and its headings in order."""

    file: str
    title: str
    sections: tuple[str, ...]


@dataclass(frozen=True)
class DocumentEntry:
    """A document; ``precision`` says how much of ``as_of`` is known."""

    title: str
    address: str
    tier: Tier
    as_of: dt.date
    as_of_basis: Basis
    precision: Precision = "day"
    note: str = ""


@dataclass(frozen=True)
class LostEntry:
    """A list that an article announces under a heading without a claim, and does not hold."""

    article: Article
    section: str
    what: str


@dataclass(frozen=True)
class FigureEntry:
    """A figure: ``value``, or ``low`` and ``high``, each with a unit, or a ``date``."""

    name: str
    unit: str = ""
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    date: dt.date | None = None
    bound: Bound = ""
    status: Status | None = None


@dataclass(frozen=True)
class ColumnEntry:
    """A column; without a unit it holds words."""

    name: str
    unit: str = ""


@dataclass(frozen=True)
class TableEntry:
    """A table: every row has a cell for every column."""

    columns: tuple[ColumnEntry, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class EvidenceEntry:
    """A document by its key, and what it says."""

    document: str
    says: str = ""


@dataclass(frozen=True)
class ClaimEntry:
    """A claim of the articles."""

    id: str
    statement: str
    source: Article
    section: str
    status: Status
    figures: tuple[FigureEntry, ...] = ()
    table: TableEntry | None = None
    evidence: tuple[EvidenceEntry, ...] = ()
    conflicts_with: tuple[str, ...] = ()
    corrected_by: tuple[str, ...] = ()
    lost: bool = False
    lost_what: str = ""
    teach: str = ""
    note: str = ""


@dataclass(frozen=True)
class FactEntry:
    """A published fact."""

    id: str
    statement: str
    evidence: tuple[EvidenceEntry, ...]
    bears_on: tuple[str, ...]
    note: str
    status: Status = Status.CONFIRMED
    figures: tuple[FigureEntry, ...] = ()
    table: TableEntry | None = None
    conflicts_with: tuple[str, ...] = ()


@dataclass(frozen=True)
class SideEntry:
    """A claim with names of its figures, or an article with a section."""

    says: str
    claim: str = ""
    figures: tuple[str, ...] = ()
    article: Article | None = None
    section: str = ""


@dataclass(frozen=True)
class CallEntry:
    """A call of a function of ``arithmetic``; an argument is a figure, a number or a call."""

    function: str
    args: tuple[str | Number | CallEntry, ...]


@dataclass(frozen=True)
class ComputedEntry:
    """A named result: a call as in ``CallEntry``, and the unit of what comes out."""

    name: str
    function: str
    args: tuple[str | Number | CallEntry, ...]
    unit: str


@dataclass(frozen=True)
class ContradictionEntry:
    """A contradiction."""

    id: str
    kind: Kind
    statement: str
    resolution: str
    sides: tuple[SideEntry, ...]
    computed: tuple[ComputedEntry, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Entries:
    """All entries of one file."""

    articles: Mapping[str, ArticleEntry] = field(default_factory=dict)
    documents: Mapping[str, DocumentEntry] = field(default_factory=dict)
    lost: tuple[LostEntry, ...] = ()
    claims: tuple[ClaimEntry, ...] = ()
    facts: tuple[FactEntry, ...] = ()
    contradictions: tuple[ContradictionEntry, ...] = ()
