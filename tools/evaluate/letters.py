"""How good the rules of ``review_letter`` are: ``python -m tools.evaluate.letters``.

The rules alone answer, without the gate; they are compared with the labels of the letters that are
held back. Nothing of a letter is printed: only numbers for each criterion.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from sendwell.appeals import load_case, load_path
from sendwell.appeals.library import CASES, case_names
from sendwell.appeals.review import Labelled, load_letters
from sendwell.appeals.review import __file__ as _review
from sendwell.appeals.review.check import judged
from sendwell.appeals.review.desk import Desk
from sendwell.appeals.review.gate import CHANGED_SINCE, ENOUGH
from sendwell.appeals.review.held import held
from sendwell.appeals.review.reading import Read
from sendwell.appeals.strings_review import CRITERIA

GRADER = Path(__file__).parents[2] / "grader"
HELD_BACK = GRADER / "appeal_letters" / "letters.toml"
#: The numbers that the table of the gate is derived from.
MEASURED = Path(_review).parent / "measured.toml"
#: 95 % of a normal distribution lie within so many standard deviations.
_Z = 1.96


@dataclass(frozen=True)
class Counts:
    """What the rules said of one criterion; "missed" is what they are to find.

    ``found`` are letters that miss it and were said to; ``false`` meet it and were said to miss it;
    ``overlooked`` miss it and were not said to; ``right`` meet it and were not said to miss it.
    ``look`` are the letters of these last two at which the rules themselves sent for a person.
    """

    found: int
    false: int
    overlooked: int
    right: int
    look: int

    @property
    def precision(self) -> tuple[float, float]:
        """Lower and upper bound of: how many of those said to miss it do."""
        return wilson(self.found, self.found + self.false)

    @property
    def recall(self) -> tuple[float, float]:
        """Lower and upper bound of: how many of those that miss it were said to."""
        return wilson(self.found, self.found + self.overlooked)

    @property
    def enough(self) -> bool:
        """Whether both lower bounds are high enough for the rules to answer alone."""
        return min(self.precision[0], self.recall[0]) >= ENOUGH


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Wilson's interval, 95 %, for a share; (0, 1) for nothing at all.

    >>> [round(bound, 3) for bound in wilson(9, 9)]
    [0.701, 1.0]
    """
    if of == 0:
        return 0.0, 1.0
    share, square = hits / of, _Z * _Z
    middle = share + square / (2 * of)
    half = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    scale = 1 + square / of
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def measure(letters: Sequence[Labelled]) -> dict[int, Counts]:
    """The counts of every criterion over some letters, each on the day of its case's path."""
    said = [(letter, _verdicts(letter)) for letter in letters]
    return {
        criterion: _counts(
            [(criterion in one.missed, verdicts[criterion]) for one, verdicts in said]
        )
        for criterion in CRITERIA
    }


def _counts(pairs: Sequence[tuple[bool, str]]) -> Counts:
    return Counts(
        found=sum(missed and verdict == "missed" for missed, verdict in pairs),
        false=sum(not missed and verdict == "missed" for missed, verdict in pairs),
        overlooked=sum(missed and verdict != "missed" for missed, verdict in pairs),
        right=sum(not missed and verdict != "missed" for missed, verdict in pairs),
        look=sum(verdict == "look" for _, verdict in pairs),
    )


def _verdicts(letter: Labelled) -> dict[int, str]:
    folder = CASES if letter.case in case_names() else GRADER / "appeal_cases"
    case, today = load_case(letter.case, folder), load_path(letter.case, folder).today
    desk = Desk(Read(letter.text), held(case, today))
    return {one.criterion: one.rules for one in judged(desk)}


def table(counts: Mapping[int, Counts]) -> Iterator[str]:
    """The lines of a table in Markdown."""
    yield "| criterion | missed | precision | recall | rules send for a person | answers |"
    yield "|---" * 6 + "|"
    for criterion, one in counts.items():
        alone = one.enough and criterion not in CHANGED_SINCE
        answer = "by itself" if alone else "a person must look"
        yield (
            f"| {criterion} {CRITERIA[criterion]} | {one.found + one.overlooked} "
            f"| {_share(one.found, one.found + one.false)} "
            f"| {_share(one.found, one.found + one.overlooked)} | {one.look} | {answer} |"
        )


def _share(hits: int, of: int) -> str:
    if of == 0:
        return "none"
    low, high = wilson(hits, of)
    return f"{hits}/{of} = {hits / of:.2f} ({low:.2f} to {high:.2f})"


def lines() -> Iterator[str]:
    """The whole report on the letters that are held back."""
    letters = load_letters(HELD_BACK)
    yield "### Letters: how well each criterion is judged"
    yield ""
    yield f"{len(letters)} letters that are held back; intervals of Wilson, 95 %."
    yield ""
    yield from table(measure(letters))
    yield ""


def written(counts: Mapping[int, Counts]) -> str:
    """The counts as the file that the gate is held against."""
    head = (
        "# What the rules said of the letters that are held back, by criterion. Written by\n"
        "# python -m tools.evaluate.letters --write; the table in gate.py follows from it.\n"
    )
    return head + "".join(
        f"\n[{number}]\nfound = {one.found}\nfalse = {one.false}\n"
        f"overlooked = {one.overlooked}\nright = {one.right}\nlook = {one.look}\n"
        for number, one in counts.items()
    )


def recorded(file: Path = MEASURED) -> dict[int, Counts]:
    """The counts that were written down."""
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    return {int(number): Counts(**one) for number, one in raw.items()}


def main(given: Sequence[str] | None = None) -> int:
    """Print the table; with ``--write`` keep its numbers; with ``--open`` take the open letters."""
    parser = argparse.ArgumentParser(prog="python -m tools.evaluate.letters", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"keep the numbers in {MEASURED.name}")
    parser.add_argument(
        "--open", action="store_true", help="the open letters, which made the rules"
    )
    arguments = parser.parse_args(given)
    if arguments.open:
        print("\n".join(table(measure(load_letters()))))
        return 0
    print("\n".join(lines()))
    if arguments.write:
        MEASURED.write_text(written(measure(load_letters(HELD_BACK))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
