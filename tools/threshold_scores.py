"""Score every English message of the corpus, for the threshold explorer.

``python -m tools.threshold_scores`` writes course/sendwell/widgets/threshold_scores.py again. Each
message is scored by a Naive Bayes over words that has learnt from nine tenths of the families, and
has seen no message of its family.
"""

from __future__ import annotations

import math
from pathlib import Path
from random import Random

from sendwell.data import messages
from sendwell.filters import bayes

PARTS, SEED, MOST = 10, 4, 100
#: A score is the log odds of being unwanted, stretched and moved to 0 .. 100.
MIDDLE, STRETCH = 50, 4
WANTED = frozenset({"personal", "service", "invited"})
TARGET = Path(__file__).parent.parent / "course" / "sendwell" / "widgets" / "threshold_scores.py"


def distributions() -> tuple[list[int], list[int]]:
    """How many honest and how many unwanted messages have each score from 0 to 100."""
    some = messages("en")
    families = sorted({message.family for message in some})
    Random(SEED).shuffle(families)  # noqa: S311
    part = {family: n % PARTS for n, family in enumerate(families)}
    counts = {False: [0] * (MOST + 1), True: [0] * (MOST + 1)}
    for tried in range(PARTS):
        training = [m for m in some if part[m.family] != tried]
        asked = [m for m in some if part[m.family] == tried]
        found = bayes(
            [m.text for m in training],
            [m.label not in WANTED for m in training],
            1.0,
            [m.text for m in asked],
        )
        for message, likely in zip(asked, found, strict=True):
            counts[message.label not in WANTED][_score(likely)] += 1
    return counts[False], counts[True]


def _score(likely: float) -> int:
    likely = min(max(likely, 1e-12), 1 - 1e-12)
    score = round(MIDDLE + STRETCH * math.log(likely / (1 - likely)))
    return min(MOST, max(0, score))


def source() -> str:
    """What the module of scores says."""
    honest, unwanted = (_lines(counts) for counts in distributions())
    return f'''"""How many messages have each score; tools/threshold_scores.py writes this."""

# fmt: off
HONEST = (
{honest}
)
UNWANTED = (
{unwanted}
)
'''


def _lines(counts: list[int]) -> str:
    rows = (counts[n : n + 20] for n in range(0, len(counts), 20))
    return "\n".join("    " + " ".join(f"{count}," for count in row) for row in rows)


if __name__ == "__main__":
    TARGET.write_text(source(), encoding="utf-8")
