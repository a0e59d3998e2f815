"""What an entry must be beyond its shape. Every rule fails with one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise

from sendwell.claims import strings
from sendwell.claims.entries import (
    ClaimEntry,
    ContradictionEntry,
    FactEntry,
    FigureEntry,
    TableEntry,
)
from sendwell.claims.errors import ClaimError
from sendwell.claims.figures import Status
from sendwell.claims.model import Claim, Contradiction, Fact, Kind

Fail = Callable[[str], ClaimError]

_LETTER = {Kind.NUMBERS: "X", Kind.ADVICE: "Y", Kind.ARITHMETIC: "Z"}
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def failing(file: str, key: str = "") -> Fail:
    """Makes the error of an entry from a reason."""
    return lambda reason: ClaimError(reason, key=key, file=file)


def claim(entry: ClaimEntry, fail: Fail) -> None:
    """The rules of a claim of the articles."""
    _id(entry.id, "[A-I]", fail)
    _statement(entry.statement, fail)
    _figures(entry.figures, fail)
    _table(entry.table, fail)
    if entry.status in (Status.CONFIRMED, Status.CORRECTED) and not entry.evidence:
        raise fail(f"{entry.status} needs evidence.")
    corrected = [entry.status, *(figure.status for figure in entry.figures)]
    if (Status.CORRECTED in corrected) != bool(entry.corrected_by):
        raise fail("corrected and corrected_by must come together.")
    if entry.status is Status.HARMFUL_ADVICE and not entry.teach:
        raise fail("harmful advice needs `teach`: how the course teaches around it.")
    if entry.status is Status.CONTRADICTED and not entry.conflicts_with:
        raise fail("contradicted needs conflicts_with.")
    if entry.lost != bool(entry.lost_what):
        raise fail("lost = true and lost_what must come together.")


def fact(entry: FactEntry, fail: Fail) -> None:
    """The rules of a published fact."""
    _id(entry.id, "P", fail)
    _statement(entry.statement, fail)
    _figures(entry.figures, fail)
    _table(entry.table, fail)
    if entry.status not in (Status.CONFIRMED, Status.UNVERIFIABLE):
        raise fail(f"a published fact is confirmed or unverifiable, not {entry.status}.")
    if not entry.evidence:
        raise fail("a published fact needs evidence.")
    if not entry.note:
        raise fail("a published fact needs a note: what it means for the claims.")


def contradiction(entry: ContradictionEntry, fail: Fail) -> None:
    """The rules of a contradiction."""
    _id(entry.id, _LETTER[entry.kind], fail)
    _statement(entry.statement, fail)
    if len(entry.sides) < 2:
        raise fail("a contradiction has at least two sides.")
    for side in entry.sides:
        if bool(side.claim) == bool(side.article):
            raise fail("a side names a claim, or an article and a section.")
    for computed in entry.computed:
        _name(computed.name, fail)
        if computed.unit not in strings.UNITS:
            raise fail(f"computed {computed.name}: unknown unit {computed.unit!r}.")
    _once([computed.name for computed in entry.computed], "computed", fail)


def relations(
    claims: Mapping[str, Claim],
    facts: Mapping[str, Fact],
    contradictions: Mapping[str, Contradiction],
) -> None:
    """Conflicts are mutual and explained by a contradiction; what is named exists."""
    everything: dict[str, Claim] = {**claims, **facts}
    together = [set(found.claims) for found in contradictions.values()]
    for key, record in everything.items():
        fail = failing(record.file, key)
        _once(list(record.conflicts_with), "conflicts_with", fail)
        for other in record.conflicts_with:
            _conflict(record, other, everything, fail)
            if not any({key, other} <= ids for ids in together):
                raise fail(f"conflicts with {other}, but no contradiction has both.")
        for other in record.corrected_by:
            if other not in facts or key not in facts[other].bears_on:
                raise fail(f"is corrected by {other!r}, which is no fact that bears on it.")
    for key, found in facts.items():
        for other in found.bears_on:
            if other not in claims:
                raise failing(found.file, key)(f"bears on {other!r}, which is no claim.")


def _conflict(record: Claim, other: str, everything: Mapping[str, Claim], fail: Fail) -> None:
    if other not in everything:
        raise fail(f"conflicts with {other!r}, which is no claim or fact.")
    if other == record.id:
        raise fail("conflicts with itself.")
    if record.id not in everything[other].conflicts_with:
        raise fail(f"conflicts with {other}, but {other} does not conflict with it.")


def _id(key: str, letter: str, fail: Fail) -> None:
    if not re.fullmatch(rf"{letter}\d\d", key):
        raise fail(f"an id here is {letter} and two digits.")
    if fail("").file[:1].upper() != key[0]:
        raise fail(f"belongs into the file of group {key[0]}.")


def _statement(statement: str, fail: Fail) -> None:
    if not statement.endswith((".", "?")):
        raise fail("the statement must be a sentence.")
    if re.search(r"\d", statement):
        raise fail("the statement holds a number, which belongs into figures.")


def _figures(figures: tuple[FigureEntry, ...], fail: Fail) -> None:
    _once([figure.name for figure in figures], "figure", fail)
    for figure in figures:
        _name(figure.name, fail)
        values = (figure.value, figure.low, figure.high, figure.date)
        given = tuple(value is not None for value in values)
        if given not in (
            (True, False, False, False),
            (False, True, True, False),
            (False, False, False, True),
        ):
            raise fail(f"figure {figure.name} must have value, or low and high, or date.")
        if figure.low is not None and figure.high is not None and figure.low >= figure.high:
            raise fail(f"figure {figure.name}: low must be below high.")
        if figure.date is not None:
            if figure.unit:
                raise fail(f"figure {figure.name}: a date has no unit.")
            continue
        _unit(figure.unit, f"figure {figure.name}", fail)


def _table(table: TableEntry | None, fail: Fail) -> None:
    if table is None:
        return
    _once([column.name for column in table.columns], "column", fail)
    for column in table.columns:
        _name(column.name, fail)
        if column.unit:
            _unit(column.unit, f"column {column.name}", fail)
    _once([str(row[0]) for row in table.rows if row], "row", fail)
    for row in table.rows:
        if len(row) != len(table.columns):
            raise fail(f"row {row[:1]} has {len(row)} cells, not {len(table.columns)}.")
        for column, cell in zip(table.columns, row, strict=True):
            if isinstance(cell, str) == bool(column.unit):
                wanted = "a number" if column.unit else "text"
                raise fail(f"table: column {column.name}: {wanted} is wanted, not {cell!r}.")


def _unit(unit: str, place: str, fail: Fail) -> None:
    if not unit:
        raise fail(f"{place}: unit is missing.")
    if unit not in strings.UNITS:
        raise fail(f"{place}: unknown unit {unit!r}; add it to strings.UNITS if it is a new one.")


def _name(name: str, fail: Fail) -> None:
    if not _NAME.fullmatch(name):
        raise fail(f"the name {name!r} must be letters, digits and underscores.")


def _once(names: list[str], what: str, fail: Fail) -> None:
    for name, following in pairwise(sorted(names)):
        if name == following:
            raise fail(f"{what} {name!r} is there twice.")
