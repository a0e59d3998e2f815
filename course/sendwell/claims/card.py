"""How a record looks: a small card in a notebook, one line of text elsewhere.

A card takes its colours from the theme (text inherits, lines are ``currentColor``), says the status
with a word, a shape and the style of its edge, and uses no heading levels.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sendwell.claims import strings, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sendwell.claims.figures import Figure, Status, Table
    from sendwell.claims.model import Claim, Contradiction, Side

_EDGE = {
    "confirmed": "solid",
    "corrected": "dashed",
    "contradicted": "double",
    "unverifiable": "dotted",
    "harmful advice": "ridge",
}
_BOX = (
    "border:1px solid currentColor;border-left:6px {edge} currentColor;border-radius:4px;"
    "padding:0.5em 1em;margin:0.5em 0;max-width:45em;overflow-x:auto;"
    "color:var(--jp-content-font-color1, inherit);"
    "font-family:var(--jp-content-font-family, inherit)"
)
_CELL = 'style="text-align:left;vertical-align:top;padding:0.1em 1em 0.1em 0"'
_TABLE = 'style="margin:0.3em 0;color:inherit;font:inherit"'
_LINE = 'style="margin:0.3em 0"'


def claim(record: Claim) -> str:
    """A claim or a published fact as a card."""
    parts = [
        _paragraph("", record.statement),
        _figures(record.figures, record.status),
        table(record.table) if record.table else "",
        _paragraph(strings.SOURCE, words.source(record)),
        _list(
            strings.EVIDENCE, [words.evidence(found, record.statement) for found in record.evidence]
        ),
        _paragraph(strings.CONFLICTS, ", ".join(record.conflicts_with)),
        _paragraph(strings.BEARS_ON, ", ".join(getattr(record, "bears_on", ()))),
        _paragraph(strings.LOST, record.lost),
        _paragraph(strings.TEACH, record.teach),
    ]
    return _box(record.id, record.status, words.detail(record), parts)


def contradiction(record: Contradiction) -> str:
    """A contradiction as a card: its sides next to each other, then what is computed."""
    head = (strings.CLAIM, strings.SAYS, strings.STATED, strings.STATUS_HEAD)
    parts = [
        _paragraph("", record.statement),
        _grid(strings.SIDES, head, [side_cells(side) for side in record.sides]),
        _figures(record.results, None, strings.RESULTS) if record.results else "",
        _paragraph(strings.RESOLVED, record.resolution),
    ]
    return _box(record.id, record.status, "", parts)


def table(shown: Table) -> str:
    """An article's table, with its label as caption."""
    rows = [
        [words.cell(value, column.unit) for column, value in zip(shown.columns, row, strict=True)]
        for row in shown.rows
    ]
    return _grid(shown.label, [words.title(column.name) for column in shown.columns], rows)


def claim_line(record: Claim) -> str:
    """A claim on one line: label, statement, figures, source."""
    figures = [named(figure, record.status) for figure in record.figures]
    if record.table:
        figures += words.table_lines(record.table)
    parts = [f"{words.label(record)} {record.statement}"]
    if figures:
        parts.append(f"{strings.FIGURES}: {strings.SEPARATE.join(figures)}.")
    parts.append(f"{strings.SOURCE}: {words.source(record)}.")
    return " ".join(parts)


def contradiction_line(record: Contradiction) -> str:
    """A contradiction on one line."""
    sides = strings.SEPARATE.join(
        f"{cells[0]}, {cells[3]}: {cells[2]}" for cells in map(side_cells, record.sides)
    )
    results = strings.SEPARATE.join(map(words.named, record.results))
    parts = [f"({record.id}, {strings.STATUS[record.status]}) {record.statement} {sides}."]
    if results:
        parts.append(f"{strings.RESULTS}: {results}.")
    parts.append(record.resolution)
    return " ".join(parts)


def side_cells(side: Side) -> list[str]:
    """Claim, what it says, its figures, its status: the cells of one side."""
    if side.claim is None:
        article = strings.ARTICLE_TEXT.format(article=side.source.article)
        return [article, side.says, strings.NO_FIGURE, "—"]
    figures = [named(figure, side.claim.status) for figure in side.figures]
    stated = strings.SEPARATE.join(figures) or strings.NO_FIGURE
    return [side.claim.id, side.says, stated, words.status(side.claim.status)]


def named(figure: Figure, status: Status) -> str:
    """A named figure; with its own label where its status is not the claim's."""
    text = words.named(figure)
    return text if figure.status == status else f"{text} {figure.label}"


def _figures(figures: Iterable[Figure], status: Status | None, caption: str = "") -> str:
    rows = []
    for figure in figures:
        value = words.bare(figure)
        if status is not None and figure.status != status:
            value = f"{value} {figure.label}"
        rows.append([words.title(figure.name), value])
    if not rows:
        return ""
    return _grid(caption or strings.FIGURES, (strings.FIGURE, strings.VALUE), rows)


def _box(key: str, status: Status, detail: str, parts: Iterable[str]) -> str:
    said = strings.CARD.format(id=key, status=strings.STATUS[status])
    said = strings.NEXT.join(filter(None, [said, detail]))
    return (
        f'<div class="sendwell-claim" role="group" aria-label="{escape(said)}" '
        f'style="{_BOX.format(edge=_EDGE[status])}">'
        f'<p {_LINE}><span aria-hidden="true">{strings.SHAPE[status]}</span> '
        f"<strong>{escape(said)}</strong></p>{''.join(parts)}</div>"
    )


def _paragraph(name: str, text: str) -> str:
    if not text:
        return ""
    lead = f"<strong>{escape(name)}:</strong> " if name else ""
    return f"<p {_LINE}>{lead}{escape(text)}</p>"


def _list(name: str, lines: list[str]) -> str:
    if not lines:
        return ""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    lead = f"<p {_LINE}><strong>{escape(name)}:</strong></p>"
    return f'{lead}<ul style="margin:0 0 0.3em">{items}</ul>'


def _grid(caption: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    titles = "".join(f'<th scope="col" {_CELL}>{escape(title)}</th>' for title in head)
    body = "".join(
        "<tr>" + "".join(f"<td {_CELL}>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return (
        f"<table {_TABLE}><caption {_CELL}>{escape(caption)}</caption>"
        f"<thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>"
    )
