"""Figures and labels in words: the one place that turns a number into text.

The bare form is private to this package, for places that show the status beside it; everything
that a caller outside can format carries its label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sendwell.claims import strings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sendwell.claims.figures import Figure, Status, Table
    from sendwell.claims.model import Claim, Document, Evidence


def bare(figure: Figure) -> str:
    """A figure without its label: only for places that show the status beside it."""
    if figure.date is not None:
        words = figure.date.isoformat()
    elif figure.low is not None and figure.high is not None:
        words = _range(figure.low, figure.high, figure.unit)
    else:
        words = quantity(figure.number, figure.unit)
    return strings.BOUNDS[figure.bound].format(figure=words) if figure.bound else words


def quantity(value: float, unit: str) -> str:
    """A number with its unit, such as "4.5 hours" for 270 minutes."""
    if unit == "percent change":
        form = strings.LESS if value < 0 else strings.MORE
        return form.format(n=_number(abs(value)))
    if unit == "minutes" and value >= 120 and round(value / 6) * 6 == value:
        value, unit = value / 60, "hours"
    one, many = strings.UNITS[unit]
    n = str(value) if unit in strings.NAMES else _number(value)
    return (one if value == 1 else many).format(n=n)


def cell(value: float | str, unit: str) -> str:
    """A cell of a table."""
    return value if isinstance(value, str) else quantity(value, unit)


def title(name: str) -> str:
    """A figure's name for people."""
    return name.replace("_", " ")


def listed(words: Sequence[str]) -> str:
    """Words as "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return strings.NEXT.join(words[:-1]) + strings.AND + words[-1]


def as_of(document: Document) -> str:
    """The date of a document, cut to what is known of it, and whether it is the document's own."""
    date = document.as_of.isoformat()[: {"year": 4, "month": 7, "day": 10}[document.precision]]
    collected = document.as_of_basis == "collected"
    return (strings.AS_OF_COLLECTED if collected else strings.AS_OF_DOCUMENT).format(date=date)


def label(claim: Claim, status: Status | None = None) -> str:
    """What stands behind every figure of a claim: "(A16, unverified)"."""
    status = status or claim.status
    if status == "corrected":
        words = strings.CORRECTED_BY.format(ids=listed(claim.corrected_by))
    else:
        words = detail(claim, status) or strings.STATUS[status]
    return strings.LABEL.format(id=claim.id, words=words)


def detail(claim: Claim, status: Status | None = None) -> str:
    """The date of what is confirmed, what corrects what is corrected; "" for the other statuses."""
    status = status or claim.status
    if status == "confirmed" and claim.main:
        return as_of(claim.main.document)
    if status == "corrected":
        return strings.SEE.format(ids=listed(claim.corrected_by))
    return ""


def named(figure: Figure) -> str:
    """A bare figure with its name: "review factor: 4 times"."""
    return strings.NAMED.format(name=title(figure.name), figure=bare(figure))


def table_lines(table: Table) -> list[str]:
    """A table, bare, one line a row: "spam: first 8%, third 65%"."""
    lines = []
    for row in table.rows:
        cells = zip(table.columns[1:], row[1:], strict=True)
        parts = [f"{title(column.name)} {cell(value, column.unit)}" for column, value in cells]
        lines.append(f"{cell(row[0], table.columns[0].unit)}: {strings.NEXT.join(parts)}")
    return lines


def evidence(found: Evidence, statement: str) -> str:
    """One line of evidence: what it says, where, how good and how old it is.

    What it says is left out where the statement says just that.
    """
    document = found.document
    says = "" if found.says == statement else f"{found.says} "
    return strings.EVIDENCE_LINE.format(
        says=says, title=document.title, tier=document.tier, as_of=as_of(document)
    )


def source(claim: Claim) -> str:
    """Where a claim stands: the article's file and section, or the document."""
    place = claim.source
    if place.article:
        return strings.SOURCE_LINE.format(file=place.file, section=place.section)
    return strings.DOCUMENT_LINE.format(title=place.section, address=place.file)


def status(record_status: Status) -> str:
    """Shape and words of a status: "? unverified"."""
    return f"{strings.SHAPE[record_status]} {strings.STATUS[record_status]}"


def rounded(value: float) -> float:
    """A computed value to three significant digits; a whole number stays one."""
    short = float(f"{value:.3g}")
    return int(short) if short == int(short) else short


def _range(low: float, high: float, unit: str) -> str:
    _, many = strings.UNITS[unit]
    return many.format(n=strings.RANGE.format(low=_number(low), high=_number(high)))


def _number(value: float) -> str:
    for size, form in ((10**9, strings.BILLION), (10**6, strings.MILLION)):
        if value >= size and round(value / size, 3) * size == value:
            return form.format(n=f"{value / size:g}")
    return f"{int(value):,}" if value == int(value) else f"{value:,}"
