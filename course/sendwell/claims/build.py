"""Makes the registry from the entries of all files.

Resolves every name, and checks what no single entry can know of: ids, sections, conflicts, what
bears on what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar

from sendwell.claims import rules, strings, words
from sendwell.claims.arithmetic import FUNCTIONS
from sendwell.claims.entries import (
    CallEntry,
    ClaimEntry,
    ComputedEntry,
    ContradictionEntry,
    Entries,
    EvidenceEntry,
    FactEntry,
    FigureEntry,
    SideEntry,
    TableEntry,
)
from sendwell.claims.errors import ClaimError
from sendwell.claims.figures import Column, Figure, Number, Status, Table
from sendwell.claims.model import (
    Claim,
    Contradiction,
    Document,
    Evidence,
    Fact,
    Lost,
    Registry,
    Side,
    SomeClaim,
    Source,
    labelled,
)


class _Sources(NamedTuple):
    articles: Mapping[str, Source]
    sections: Mapping[str, tuple[str, ...]]
    documents: Mapping[str, Document]

    def place(self, article: str, section: str, fail: Callable[[str], ClaimError]) -> Source:
        if article not in self.articles:
            raise fail(f"article {article} is in no file.")
        if section not in self.sections[article]:
            raise fail(f"{article} has no section {section!r}.")
        return Source(article, self.articles[article].file, section)


def build(files: Mapping[str, Entries]) -> Registry:
    """The registry from entries by file name. Raises ClaimError for the first wrong entry."""
    sources = _sources(files)
    claims = _unique((file, _claim(e, file, sources)) for file in files for e in files[file].claims)
    facts = _unique((file, _fact(e, file, sources)) for file in files for e in files[file].facts)
    everything: dict[str, Claim] = {**claims, **facts}
    contradictions = _unique(
        (file, _contradiction(e, file, sources, everything))
        for file in files
        for e in files[file].contradictions
    )
    rules.relations(claims, facts, contradictions)
    lost = [
        Lost(sources.place(e.article, e.section, rules.failing(file)), e.what, "")
        for file in files
        for e in files[file].lost
    ]
    lost += [Lost(claim.source, claim.lost, claim.id) for claim in claims.values() if claim.lost]
    return Registry(
        sources.articles,
        sources.documents,
        {key: _in(claim, contradictions) for key, claim in claims.items()},
        {key: _in(fact, contradictions) for key, fact in facts.items()},
        contradictions,
        tuple(lost),
    )


def _sources(files: Mapping[str, Entries]) -> _Sources:
    articles, sections, documents = {}, {}, {}
    for file, entries in files.items():
        for key, article in entries.articles.items():
            if key in articles:
                raise ClaimError("is defined twice.", key=key, file=file)
            articles[key] = Source(key, article.file, article.title)
            sections[key] = article.sections
        for key, e in entries.documents.items():
            if key in documents:
                raise ClaimError("is defined twice.", key=key, file=file)
            documents[key] = Document(
                key, e.title, e.address, e.tier, e.as_of, e.as_of_basis, e.precision, e.note
            )
    return _Sources(articles, sections, documents)


SomeRecord = TypeVar("SomeRecord", Claim, Fact, Contradiction)


def _unique(records: Iterable[tuple[str, SomeRecord]]) -> dict[str, SomeRecord]:
    known: dict[str, SomeRecord] = {}
    for file, record in records:
        if record.id in known:
            first = known[record.id].file
            raise ClaimError(f"the id is taken already, in {first}.", key=record.id, file=file)
        known[record.id] = record
    return known


def _in(claim: SomeClaim, contradictions: Mapping[str, Contradiction]) -> SomeClaim:
    ids = tuple(key for key, found in contradictions.items() if claim.id in found.claims)
    return replace(claim, contradictions=ids)


def _claim(entry: ClaimEntry, file: str, sources: _Sources) -> Claim:
    fail = rules.failing(file, entry.id)
    rules.claim(entry, fail)
    claim = Claim(
        id=entry.id,
        statement=entry.statement,
        source=sources.place(entry.source, entry.section, fail),
        status=entry.status,
        figures=_figures(entry.figures, entry.status),
        table=_table(entry.table),
        evidence=_evidence(entry.evidence, "", sources, fail),
        conflicts_with=entry.conflicts_with,
        corrected_by=entry.corrected_by,
        lost=entry.lost_what,
        teach=entry.teach,
        note=entry.note,
        file=file,
    )
    return labelled(claim)


def _fact(entry: FactEntry, file: str, sources: _Sources) -> Fact:
    fail = rules.failing(file, entry.id)
    rules.fact(entry, fail)
    evidence = _evidence(entry.evidence, entry.statement, sources, fail)
    document = evidence[0].document
    fact = Fact(
        id=entry.id,
        statement=entry.statement,
        source=Source("", document.address, document.title),
        status=entry.status,
        figures=_figures(entry.figures, entry.status),
        table=_table(entry.table),
        evidence=evidence,
        conflicts_with=entry.conflicts_with,
        note=entry.note,
        bears_on=entry.bears_on,
        file=file,
    )
    return labelled(fact)


def _figures(entries: tuple[FigureEntry, ...], status: Status) -> tuple[Figure, ...]:
    return tuple(
        Figure(e.name, e.unit, e.value, e.low, e.high, e.date, e.bound, e.status or status)
        for e in entries
    )


def _table(entry: TableEntry | None) -> Table | None:
    if entry is None:
        return None
    return Table(tuple(Column(e.name, e.unit) for e in entry.columns), entry.rows)


def _evidence(
    entries: tuple[EvidenceEntry, ...],
    default: str,
    sources: _Sources,
    fail: Callable[[str], ClaimError],
) -> tuple[Evidence, ...]:
    found = []
    for entry in entries:
        if entry.document not in sources.documents:
            raise fail(f"no document is called {entry.document!r}.")
        if not (entry.says or default):
            raise fail(f"evidence {entry.document!r} must say something.")
        found.append(Evidence(sources.documents[entry.document], entry.says or default))
    return tuple(found)


def _contradiction(
    entry: ContradictionEntry, file: str, sources: _Sources, claims: Mapping[str, Claim]
) -> Contradiction:
    fail = rules.failing(file, entry.id)
    rules.contradiction(entry, fail)
    sides = tuple(_side(e, sources, claims, fail) for e in entry.sides)
    return Contradiction(
        id=entry.id,
        kind=entry.kind,
        statement=entry.statement,
        sides=sides,
        results=tuple(_result(e, entry.id, claims, fail) for e in entry.computed),
        functions=tuple(sorted({name for e in entry.computed for name in _functions(e)})),
        resolution=entry.resolution,
        note=entry.note,
        file=file,
    )


def _side(
    entry: SideEntry,
    sources: _Sources,
    claims: Mapping[str, Claim],
    fail: Callable[[str], ClaimError],
) -> Side:
    if entry.claim:
        if entry.claim not in claims:
            raise fail(f"side {entry.claim!r} is no claim or fact.")
        claim = claims[entry.claim]
        try:
            figures = tuple(map(claim.figure, entry.figures))
        except ClaimError as error:
            raise fail(f"side {claim.id}: {error.reason}") from error
        return Side(claim.source, entry.says, claim, figures)
    return Side(sources.place(entry.article or "", entry.section, fail), entry.says, None, ())


def _result(
    entry: ComputedEntry, key: str, claims: Mapping[str, Claim], fail: Callable[[str], ClaimError]
) -> Figure:
    try:
        value = words.rounded(_call(entry, claims))
    except (ValueError, TypeError, ZeroDivisionError, ClaimError) as error:
        raise fail(f"computed {entry.name}: {str(error).rstrip('.')}.") from error
    return Figure(entry.name, entry.unit, value, label=strings.COMPUTED.format(id=key))


def _call(entry: ComputedEntry | CallEntry, claims: Mapping[str, Claim]) -> float:
    if entry.function not in FUNCTIONS:
        raise ClaimError(f"arithmetic has no function {entry.function!r}")
    function: Callable[..., float] = FUNCTIONS[entry.function]
    return function(*(_argument(argument, claims) for argument in entry.args))


def _argument(argument: str | Number | CallEntry, claims: Mapping[str, Claim]) -> float:
    if isinstance(argument, CallEntry):
        return _call(argument, claims)
    if not isinstance(argument, str):
        return argument
    key, _, name = argument.partition(".")
    if key not in claims:
        raise ClaimError(f"{argument!r} names no claim or fact")
    return claims[key].figure(name).number


def _functions(entry: ComputedEntry | CallEntry) -> set[str]:
    inner = [_functions(argument) for argument in entry.args if isinstance(argument, CallEntry)]
    return {entry.function}.union(*inner)
