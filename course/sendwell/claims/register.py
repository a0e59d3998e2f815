"""The readable register, docs/claims.md: the same data always give the same text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sendwell.claims import card, strings, words
from sendwell.claims.figures import Status, Table
from sendwell.claims.model import Claim, Contradiction, Fact, Record, Registry


def register(registry: Registry) -> str:
    """The register as Markdown, with a line end at its end."""
    parts = [
        f"# {strings.REGISTER}",
        strings.REGISTER_GENERATED,
        strings.REGISTER_INTRO,
        f"## {strings.HEAD_STATUS}",
        _statuses(),
        f"## {strings.HEAD_COUNTS}",
        _counts(registry),
        f"## {strings.HEAD_CONTRADICTIONS}",
        *(part for found in registry.contradictions.values() for part in _contradiction(found)),
        f"## {strings.HEAD_CLAIMS}",
        *_claims(registry),
        f"## {strings.HEAD_HARMFUL}",
        _harmful(registry.claims.values()),
        f"## {strings.HEAD_FACTS}",
        strings.FACTS_INTRO,
        *_facts(registry.facts.values()),
        f"## {strings.HEAD_LOST}",
        strings.LOST_INTRO,
        _lost(registry),
        f"## {strings.HEAD_DOCUMENTS}",
        _documents(registry),
    ]
    return "\n\n".join(parts) + "\n"


def counts(records: Iterable[Record]) -> Counter[Status]:
    """How many records have each status."""
    return Counter(record.status for record in records)


def _statuses() -> str:
    rows = [[words.status(s), s.value, strings.STATUS_MEANS[s]] for s in Status]
    return _grid([strings.STATUS_HEAD, strings.WHAT_DATA_SAY, strings.MEANING], rows)


def _counts(registry: Registry) -> str:
    head = [strings.COUNTS_HEAD, *(status.value for status in Status), strings.TOTAL]
    rows = []
    groups = sorted({key[0] for key in (*registry.claims, *registry.facts)})
    every = {**registry.claims, **registry.facts}
    for group in groups:
        found = counts(claim for key, claim in every.items() if key[0] == group)
        rows.append(_count_row(f"{group} {strings.GROUPS[group]}", found))
    rows.append(_count_row(strings.ALL_CLAIMS, counts(registry.claims.values())))
    rows.append(_count_row(strings.ALL_RECORDS, counts(every.values())))
    kinds = Counter(key[0] for key in registry.contradictions)
    contradictions = ", ".join(f"{n} {letter}" for letter, n in sorted(kinds.items()))
    return _grid(head, rows) + "\n\n" + strings.CONTRADICTIONS.format(counts=contradictions)


def _count_row(name: str, found: Counter[Status]) -> list[str]:
    return [name, *(str(found[status]) for status in Status), str(found.total())]


def _contradiction(found: Contradiction) -> list[str]:
    head = [strings.CLAIM, strings.SAYS, strings.STATED, strings.STATUS_HEAD]
    parts = [
        f"### {found.id}: {found.statement}",
        _grid(head, [card.side_cells(side) for side in found.sides]),
    ]
    if found.results:
        rows = [[words.title(figure.name), words.bare(figure)] for figure in found.results]
        parts.append(_grid([strings.RESULTS, strings.VALUE], rows))
        functions = ", ".join(f"`{name}`" for name in found.functions)
        parts.append(strings.COMPUTED_BY.format(functions=functions))
    parts.append(f"{strings.RESOLVED}: {found.resolution}")
    return parts


def _claims(registry: Registry) -> list[str]:
    parts = []
    for group in sorted({key[0] for key in registry.claims}):
        found = [claim for key, claim in registry.claims.items() if key[0] == group]
        parts.append(f"### {group}: {strings.GROUPS[group]}")
        head = [
            strings.ID,
            strings.CLAIM,
            strings.STATED,
            strings.STATUS_HEAD,
            strings.SOURCE,
            strings.REMARK,
        ]
        parts.append(_grid(head, [_claim_row(claim) for claim in found]))
        parts += [_table(claim.table) for claim in found if claim.table]
    return parts


def _claim_row(claim: Claim) -> list[str]:
    return [
        claim.id,
        claim.statement,
        _figures(claim),
        words.status(claim.status),
        f"{claim.source.article}, “{claim.source.section}”",
        _remarks(claim),
    ]


def _remarks(claim: Claim) -> str:
    parts = [words.evidence(found, claim.statement) for found in claim.evidence]
    parts.append(claim.note)
    if claim.corrected_by:
        parts.append(f"{strings.CORRECTED_BY.format(ids=words.listed(claim.corrected_by))}.")
    if claim.conflicts_with:
        ids = [*claim.conflicts_with, *claim.contradictions]
        parts.append(f"{strings.CONFLICTS}: {', '.join(ids)}.")
    if claim.lost:
        parts.append(f"{strings.LOST}: {claim.lost}")
    return "<br>".join(filter(None, parts))


def _harmful(claims: Iterable[Claim]) -> str:
    rows = [
        [claim.id, claim.statement, words.status(claim.status), claim.teach]
        for claim in claims
        if claim.teach
    ]
    return _grid([strings.ID, strings.CLAIM, strings.STATUS_HEAD, strings.TEACH], rows)


def _facts(facts: Iterable[Fact]) -> list[str]:
    head = [
        strings.ID,
        strings.FACT,
        strings.STATED,
        strings.DATE,
        strings.EVIDENCE,
        strings.BEARS_ON,
        strings.NOTE,
    ]
    rows, tables = [], []
    for fact in facts:
        documents = [found.document for found in fact.evidence]
        main = fact.main
        mark = "" if fact.status is Status.CONFIRMED else f" ({words.status(fact.status)})"
        rows.append(
            [
                fact.id,
                fact.statement + mark,
                _figures(fact),
                words.as_of(main.document) if main else "",
                "<br>".join(f"{d.title} ({d.tier}, {words.as_of(d)})" for d in documents),
                ", ".join(fact.bears_on),
                fact.note,
            ]
        )
        if fact.table:
            tables.append(_table(fact.table))
    return [_grid(head, rows), *tables]


def _lost(registry: Registry) -> str:
    rows = [
        [lost.claim or "—", f"{lost.source.article}, “{lost.source.section}”", lost.what]
        for lost in registry.lost
    ]
    return _grid([strings.CLAIM, strings.WHERE, strings.WHAT], rows)


def _documents(registry: Registry) -> str:
    rows = [
        [d.title, d.tier, words.as_of(d), d.address, d.note] for d in registry.documents.values()
    ]
    rows += [[s.section, "—", "—", s.file, s.article] for s in registry.articles.values()]
    head = [strings.DOCUMENT, strings.TIER, strings.DATE, strings.ADDRESS, strings.NOTE]
    return _grid(head, rows)


def _figures(claim: Claim) -> str:
    lines = [card.named(figure, claim.status) for figure in claim.figures]
    if claim.table:
        lines.append(strings.SEE_TABLE)
    return "<br>".join(lines) or "—"


def _table(table: Table) -> str:
    head = [words.title(column.name) for column in table.columns]
    rows = [
        [words.cell(value, column.unit) for column, value in zip(table.columns, row, strict=True)]
        for row in table.rows
    ]
    return f"{strings.TABLE_OF.format(label=table.label)}\n\n{_grid(head, rows)}"


def _grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [_row(head), _row(["---"] * len(head)), *map(_row, rows)]
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
