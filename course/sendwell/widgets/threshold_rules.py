"""A filter's scores and a threshold: what is flagged, what the mistakes cost, who is flagged.

``threshold.js`` holds the same rules; a test keeps them in agreement. All is counted in whole
numbers, so that both round alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from sendwell.widgets.threshold_scores import HONEST, UNWANTED

#: The scores go from 0 to 100; a threshold of 101 flags nothing.
LAST = len(HONEST)
MOST = 1_000
#: The most that one mistake may cost.
DEAREST = 50
#: How many scores share a bar of the picture and a row of the table.
BAR, ROW = 5, 10


@dataclass(frozen=True)
class Flags:
    """The measured messages by what they are and whether they are flagged.

    ``honest`` is how many are honest of ``MOST`` flagged ones among people's messages, None if
    nothing is flagged; ``cost`` is of the mistakes in ``MOST`` messages, in tenths.
    """

    found: int
    missed: int
    alarms: int
    passed: int
    honest: int | None
    cost: int


def flags(threshold: int, unwanted: int, miss: int, alarm: int) -> Flags:
    """Flag each score from ``threshold`` on; of ``MOST`` messages ``unwanted`` are unwanted.

    >>> flags(101, 100, 1, 20)
    Flags(found=0, missed=275, alarms=0, passed=356, honest=None, cost=1000)
    """
    found, alarms = sum(UNWANTED[threshold:]), sum(HONEST[threshold:])
    bad, good = sum(UNWANTED), sum(HONEST)
    missed = bad - found
    right = unwanted * found * good
    wrong = (MOST - unwanted) * alarms * bad
    every = right + wrong
    honest = (2 * MOST * wrong + every) // (2 * every) if every else None
    costs = unwanted * missed * miss * good + (MOST - unwanted) * alarms * alarm * bad
    below = bad * good
    cost = (20 * costs + below) // (2 * below)
    return Flags(found, missed, alarms, good - alarms, honest, cost)


def near_cheapest(unwanted: int, miss: int, alarm: int) -> range:
    """The thresholds from the first to the last that cost at most a twentieth above the least."""
    costs = [flags(t, unwanted, miss, alarm).cost for t in range(LAST + 1)]
    near = [t for t, cost in enumerate(costs) if 20 * cost <= 21 * min(costs)]
    return range(near[0], near[-1] + 1)


def by_score(width: int) -> list[tuple[int, int, int, int]]:
    """First and last score, honest and unwanted messages, of each ``width`` scores."""
    rows = []
    for first in range(0, LAST, width):
        last = min(first + width, LAST)
        if LAST - last < width:  # the score of 100 belongs to the last bar
            last = LAST
        rows.append((first, last - 1, sum(HONEST[first:last]), sum(UNWANTED[first:last])))
        if last == LAST:
            break
    return rows
