"""What the platform's error codes say, and how long to wait: m03's second sitting."""

from __future__ import annotations

from sendwell.checks.answers import answers
from sendwell.claims import claim

#: The course's rule, all in milliseconds; the platform publishes the base for one pair (P46).
ATTEMPTS = 6
ALL_FIRST, ALL_MOST = 1_000, 20_000
PAIR_FIRST, PAIR_FACTOR = 1_000, 4
DAY = 86_400_000


def error_codes() -> str:
    """The error codes as claim P47 has them, and P48's, each source with its date."""
    return _CODES


def _table() -> str:
    fact, opted_out = claim("P47"), claim("P48")
    assert fact.table is not None
    lines = [f"{code:>6}  {meaning}" for code, meaning in fact.table.rows]
    lines.append(f"{opted_out.figures[0].value:>6}  recipient opted out of marketing (unverified)")
    lines.append("")
    for evidence in fact.evidence:
        document = evidence.document
        lines.append(f"Source: {document.title} ({document.address}), {document.as_of}")
    return "\n".join(lines)


#: Read when this is imported: a grader imports it once, and reading all claims takes 50 ms.
_CODES = _table()


@answers("further.wait_before_retry")
def shortest_and_longest(code: int, attempt: int) -> tuple[str, int, int]:
    """Who waits after ``code``, and between how many and how many milliseconds.

    ``attempt`` counts the attempts that were refused before this one, from 0.
    """
    if attempt < ATTEMPTS:
        if code == 130429:
            return "all", 0, min(ALL_MOST, ALL_FIRST * 2**attempt)
        if code == 131056:
            step = PAIR_FIRST * PAIR_FACTOR**attempt
            return "pair", step, 2 * step
        if code == 131049:
            return "pair", DAY, DAY
    return "never", 0, 0
