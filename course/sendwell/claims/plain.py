"""Records as lines for a terminal, and as plain values for programs."""

from __future__ import annotations

from typing import Any

from sendwell.claims import card, strings, words
from sendwell.claims.figures import Figure
from sendwell.claims.model import Claim, Contradiction, Fact, Record


def plain(record: Record) -> str:
    """A record in full, over several lines."""
    head = f"{record.id}  {words.status(record.status)}"
    if isinstance(record, Contradiction):
        lines = [head, f"  {record.statement}"]
        cells = map(card.side_cells, record.sides)
        lines += [f"  - {claim} ({status}) {says} {shown}" for claim, says, shown, status in cells]
        lines += _block(strings.RESULTS, [words.named(figure) for figure in record.results])
        return "\n".join([*lines, f"  {strings.RESOLVED}: {record.resolution}"])
    figures = [card.named(figure, record.status) for figure in record.figures]
    if record.table:
        figures += words.table_lines(record.table)
    singles = {
        strings.SOURCE: words.source(record),
        strings.CONFLICTS: ", ".join((*record.conflicts_with, *record.contradictions)),
        strings.BEARS_ON: ", ".join(record.bears_on) if isinstance(record, Fact) else "",
        strings.LOST: record.lost,
        strings.TEACH: record.teach,
        strings.NOTE: record.note,
    }
    return "\n".join(
        [
            strings.NEXT.join(filter(None, [head, words.detail(record)])),
            f"  {record.statement}",
            *_block(strings.FIGURES, figures),
            *_block(
                strings.EVIDENCE,
                [words.evidence(found, record.statement) for found in record.evidence],
            ),
            *(f"  {name}: {text}" for name, text in singles.items() if text),
        ]
    )


def as_dict(record: Record) -> dict[str, Any]:
    """A record as plain values that JSON can hold; every figure keeps its status and label."""
    shared: dict[str, Any] = {
        "id": record.id,
        "status": record.status.value,
        "statement": record.statement,
        "note": record.note,
        "file": record.file,
    }
    if isinstance(record, Contradiction):
        return {
            **shared,
            "type": "contradiction",
            "kind": record.kind.value,
            "sides": [
                {
                    "claim": side.claim.id if side.claim else None,
                    "source": vars(side.source),
                    "says": side.says,
                    "figures": [_figure(figure) for figure in side.figures],
                }
                for side in record.sides
            ],
            "computed": [_figure(figure) for figure in record.results],
            "resolution": record.resolution,
        }
    return {
        **shared,
        "type": "fact" if isinstance(record, Fact) else "claim",
        "label": words.label(record),
        "source": vars(record.source),
        "figures": [_figure(figure) for figure in record.figures],
        "table": _table(record),
        "evidence": [
            {
                "title": found.document.title,
                "address": found.document.address,
                "tier": found.document.tier,
                "as_of": found.document.as_of.isoformat(),
                "as_of_basis": found.document.as_of_basis,
                "precision": found.document.precision,
                "says": found.says,
            }
            for found in record.evidence
        ],
        "conflicts_with": list(record.conflicts_with),
        "corrected_by": list(record.corrected_by),
        "contradictions": list(record.contradictions),
        "bears_on": list(record.bears_on) if isinstance(record, Fact) else [],
        "lost": record.lost,
        "teach": record.teach,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    values = {
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "date": figure.date.isoformat() if figure.date else None,
        "bound": figure.bound or None,
    }
    return {
        "name": figure.name,
        **{name: value for name, value in values.items() if value is not None},
        "unit": figure.unit,
        "status": figure.status.value,
        "text": figure.text(),
    }


def _table(claim: Claim) -> dict[str, Any] | None:
    if claim.table is None:
        return None
    return {
        "columns": [vars(column) for column in claim.table.columns],
        "rows": [list(row) for row in claim.table.rows],
        "label": claim.table.label,
    }


def _block(name: str, lines: list[str]) -> list[str]:
    return [f"  {name}:", *(f"  - {line}" for line in lines)] if lines else []
