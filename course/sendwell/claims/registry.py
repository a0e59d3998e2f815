"""The registry as the course uses it: load, look up, cite, and find what has grown old."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from pathlib import Path

from sendwell.claims import strings, words
from sendwell.claims.build import build
from sendwell.claims.errors import ClaimError, UnknownIdError
from sendwell.claims.figures import Figure
from sendwell.claims.model import Claim, Contradiction, Record, Registry
from sendwell.claims.read import read

#: Where the data files are.
DATA = Path(__file__).parent / "data"
#: Evidence older than this many days is stale.
STALE_AFTER = 180


def load_from(folder: Path) -> Registry:
    """The registry of a folder of TOML files. Raises ClaimError for the first wrong entry."""
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise ClaimError(f"no data file is in {folder}.")
    return build({path.name: read(path) for path in files})


@cache
def load() -> Registry:
    """The registry of the course, read at the first call. Raises ClaimError for a wrong entry."""
    return load_from(DATA)


def record(key: str) -> Record:
    """Any record by its id. Raises UnknownIdError."""
    found = load().records.get(key)
    if found is None:
        raise UnknownIdError(
            f"there is no {key!r}: write a mark of the text between quotation marks, such as "
            '"P10" or "C08".'
        )
    return found


def claim(key: str) -> Claim:
    """A claim of the articles, or a published fact (P), by its id. Raises UnknownIdError.

    The id may be written in small letters, or with all that stands beside it in brackets.
    """
    found = record(_copied(key))
    if isinstance(found, Contradiction):
        raise UnknownIdError(f"is a contradiction: ask for contradiction({key!r}).", key=key)
    return found


def _copied(key: str) -> str:
    """The id at the beginning of what somebody has copied; "P15, as of 2022-03-02" gives P15."""
    copied = re.fullmatch(r"[\s(]*([a-z]\d\d)\b.*", str(key), re.IGNORECASE | re.DOTALL)
    return copied[1].upper() if copied else key


def contradiction(key: str) -> Contradiction:
    """A contradiction by its id. Raises UnknownIdError."""
    found = record(key)
    if not isinstance(found, Contradiction):
        raise UnknownIdError(f"is no contradiction: ask for claim({key!r}).", key=key)
    return found


def cite(key: str, *names: str) -> str:
    """Figures and label of a record as inline Markdown for prose, on one line.

    Without names: all its figures, by name if there are several. With names: those, in that order;
    "row/column" is a cell of a table. Where one figure's status is not the record's, every figure
    carries a label of its own. Raises ClaimError for an id or a name that is not there.

    >>> cite("A16", "threshold")
    'more than 50 messages per hour (A16, unverified)'
    """
    found = record(key)
    if isinstance(found, Contradiction):
        results = [found.result(name) for name in names] if names else list(found.results)
        label = strings.COMPUTED if results else strings.LABEL
        return _joined(
            results,
            label.format(id=key, words=strings.STATUS[found.status]),
            show_names=len(results) > 1,
        )
    figures = [found.figure(name) for name in names] if names else list(found.figures)
    label = words.label(found)
    if not figures and found.table:
        columns = words.listed([words.title(column.name) for column in found.table.columns])
        return f"{strings.TABLE.format(columns=columns)} {label}"
    return _joined(figures, label, show_names=len(figures) > 1 and not names)


def stale(today: dt.date, days: int = STALE_AFTER) -> tuple[Claim, ...]:
    """Claims and facts whose main evidence (the first) is more than ``days`` days old on ``today``.

    What has no evidence cannot grow old.
    """
    limit = today - dt.timedelta(days=days)
    registry = load()
    every = (*registry.claims.values(), *registry.facts.values())
    return tuple(c for c in every if c.main and c.main.document.as_of < limit)


def _joined(figures: list[Figure], label: str, *, show_names: bool) -> str:
    """Figures with one label at the end, or each with its own where they differ."""
    form = words.named if show_names else words.bare
    if all(figure.label == label for figure in figures):
        return " ".join(filter(None, [strings.NEXT.join(map(form, figures)), label]))
    return strings.NEXT.join(f"{form(figure)} {figure.label}" for figure in figures)
