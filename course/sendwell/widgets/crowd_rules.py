"""A filter looks at a crowd of accounts: how many it flags rightly, and how many wrongly.

All three numbers are of 1,000: ``guilty`` of all accounts, ``caught`` of the guilty ones and
``cleared`` of the innocent ones. ``crowd.js`` holds the same rules; a test keeps them in agreement.
"""

from __future__ import annotations

from dataclasses import dataclass

from sendwell.checks.answers import answers

#: How many accounts there are in the crowd.
CROWD = 1_000_000
MOST = 1_000


@dataclass(frozen=True)
class Flagged:
    """The flagged of a crowd; ``innocent`` of ``MOST`` flagged ones, None if nobody is flagged."""

    right: int
    wrong: int
    innocent: int | None


@answers("reporting.innocent_among", "reporting.posterior")
def flagged(guilty: int, caught: int, cleared: int) -> Flagged:
    """Count the flagged of ``CROWD`` accounts.

    >>> flagged(10, 900, 900)
    Flagged(right=9000, wrong=99000, innocent=917)
    """
    right = guilty * caught
    wrong = (MOST - guilty) * (MOST - cleared)
    every = right + wrong
    innocent = (2 * MOST * wrong + every) // (2 * every) if every else None
    return Flagged(right, wrong, innocent)
