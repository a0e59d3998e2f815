"""Which criteria the rules may answer alone: those that were good enough when measured."""

from __future__ import annotations

from dataclasses import replace

from sendwell.appeals import strings_review as strings
from sendwell.appeals.review.model import Finding

#: The lower bound of precision and of recall that a criterion needs, to answer by itself.
ENOUGH = 0.7
#: The criteria at which a person must look, whatever the rules say. It follows from measured.toml;
#: docs/letters.md shows the numbers, and a test holds the two together.
A_PERSON_MUST_LOOK = frozenset({1, 4, 5, 6, 8, 9, 13, 14, 15, 16})
#: Criteria whose rule was changed after it was measured. They stay in the table above until there
#: are letters that nobody has measured with.
CHANGED_SINCE = frozenset({1, 6, 8, 9, 14, 16})


def gated(finding: Finding) -> Finding:
    """The finding, or "a person must look" with the rules' answer as a suggestion."""
    if finding.criterion not in A_PERSON_MUST_LOOK or finding.rules == "look":
        return finding
    said = strings.LOOK.format(verdict=strings.VERDICTS[finding.rules])
    return replace(finding, verdict="look", reason=f"{finding.reason} {said}")
