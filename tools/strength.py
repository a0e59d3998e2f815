"""How many wrong variants of the reference solutions the checks catch.

Each mutant is a reference solution (``tests/bank/<exercise>/right/reference.py``) with one small
change. It meets the checks that learners may read, and if those pass it, the unseen ones. What
passes both is a survivor: either a hole in the checks, or a change that nobody can observe. The
latter stand in ``tests/bank/<exercise>/equivalent.toml``, each with the reason.

Exits with 1 if fewer than 95 % of an exercise's mutants are caught, or a survivor is unexplained,
or an explanation fits no survivor.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tomllib
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from fairmark.suites import find_unseen
from sendwell.checks import Suite, Verdict, find_suite, run
from tools.mutants import Mutant, mutants_of

BANK = Path(__file__).parent.parent / "tests" / "bank"
LEAST = 0.95
#: Seconds for one check of one mutant; an endless one takes no longer.
SECONDS = 0.5
WORKERS = 2


@dataclass(frozen=True)
class Fate:
    """What became of a mutant: the title of the check that caught it, by visible or unseen."""

    mutant: Mutant
    visible: str = ""
    unseen: str = ""

    @property
    def survived(self) -> bool:
        """Whether no check caught it."""
        return not (self.visible or self.unseen)


@dataclass(frozen=True)
class Strength:
    """The fates of an exercise's mutants; ``explained`` maps a mutant's key to a reason."""

    exercise: str
    fates: tuple[Fate, ...]
    explained: dict[str, str]

    @property
    def visible(self) -> int:
        """How many mutants a check that learners may read catches."""
        return sum(bool(fate.visible) for fate in self.fates)

    @property
    def unseen(self) -> int:
        """How many mutants only an unseen check catches."""
        return sum(bool(fate.unseen) for fate in self.fates)

    @property
    def survivors(self) -> list[Fate]:
        """The mutants that no check catches."""
        return [fate for fate in self.fates if fate.survived]

    @property
    def unexplained(self) -> list[Fate]:
        """The survivors of which nobody has said why they cannot be observed."""
        return [fate for fate in self.survivors if fate.mutant.key not in self.explained]

    @property
    def score(self) -> float:
        """The share of mutants that are caught."""
        return 1 - len(self.survivors) / len(self.fates)

    def stale(self) -> list[str]:
        """Explanations that fit no survivor; asks for a run over all mutants."""
        alive = {fate.mutant.key for fate in self.survivors}
        return sorted(key for key in self.explained if key not in alive)


def exercises() -> list[str]:
    """The exercises that have a reference solution, but for those that are judged in bands.

    Where a measured figure earns points, a small change of an answer is mostly as right.
    """
    folders = (file.parent.parent for file in BANK.glob("*/right/reference.py"))
    return sorted(folder.name for folder in folders if not (folder / "BANDED").exists())


def explanations(exercise: str) -> dict[str, str]:
    """Why each of an exercise's equivalent mutants cannot be observed, by the mutant's key."""
    file = BANK / exercise / "equivalent.toml"
    if not file.exists():
        return {}
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["equivalent"]
    return {f"{entry['where']}\n{entry['diff'].strip()}": entry["why"] for entry in entries}


def has_unseen(exercise: str) -> bool:
    """Whether an exercise has unseen checks; exercises with gaps to fill in have none."""
    return not (BANK / exercise / "WITH_GAPS").exists()


def caught_by(suite: Suite, names: dict[str, Any]) -> str:
    """The title of the first check of ``suite`` that ``names`` do not pass, or nothing."""
    for check in suite.checks:
        result = run(Suite(suite.name, [check]), names, SECONDS).results[0]
        if result.verdict is not Verdict.PASSED:
            return check.title
    return ""


def fate_of(mutant: Mutant, exercise: str, seed: int) -> Fate:
    """Let the checks have a go at ``mutant``."""
    names: dict[str, Any] = {"__name__": "__main__"}
    try:
        exec(compile(mutant.source, "<mutant>", "exec"), names)  # noqa: S102  (our own solution)
    except Exception as error:
        return Fate(mutant, visible=f"its cell raises {type(error).__name__}")
    if title := caught_by(find_suite(exercise), names):
        return Fate(mutant, visible=title)
    if not has_unseen(exercise):
        return Fate(mutant)
    return Fate(mutant, unseen=caught_by(find_unseen(exercise, seed), names))


def measure(exercise: str, seed: int, sample: int | None = None, workers: int = 1) -> Strength:
    """Run the mutants of ``exercise``, or ``sample`` of them, chosen by ``seed``."""
    source = (BANK / exercise / "right" / "reference.py").read_text(encoding="utf-8")
    mutants = mutants_of(source)
    if sample is not None and sample < len(mutants):
        mutants = random.Random(seed).sample(mutants, sample)  # noqa: S311
    work = partial(fate_of, exercise=exercise, seed=seed)
    if workers == 1:
        return Strength(exercise, tuple(map(work, mutants)), explanations(exercise))
    with ProcessPoolExecutor(workers) as pool:
        fates = pool.map(work, mutants, chunksize=8)
        shown = tuple(_with_progress(fates, exercise, len(mutants)))
    return Strength(exercise, shown, explanations(exercise))


def _with_progress(fates: Iterable[Fate], exercise: str, count: int) -> Iterable[Fate]:
    for number, fate in enumerate(fates, 1):
        if sys.stderr.isatty() or number == count:
            print(f"\r{exercise}: {number} of {count} mutants", end="", file=sys.stderr)
        yield fate
    print(file=sys.stderr)


def problems(strengths: Sequence[Strength], *, whole: bool) -> list[str]:
    """What is wrong, one sentence each; ``whole`` says that all mutants were run."""
    found = []
    for one in strengths:
        if one.score < LEAST:
            found.append(f"{one.exercise}: only {one.score:.1%} caught, {LEAST:.0%} are wanted.")
        if one.unexplained:
            found.append(
                f"{one.exercise}: {len(one.unexplained)} survivors are not explained. Add a check, "
                f"or say in {one.exercise}/equivalent.toml why nobody can observe them."
            )
        if whole and one.stale():
            first = " | ".join(one.stale()[0].splitlines())
            found.append(
                f"{one.exercise}: {len(one.stale())} explanations fit no survivor, the first is "
                f"{first}. Remove them from equivalent.toml."
            )
    return found


def table(strengths: Sequence[Strength]) -> str:
    """The counts of each exercise, then each survivor with what was changed."""
    heads = f"{'exercise':<24}{'mutants':>8}{'visible':>9}{'unseen':>8}{'survive':>9}"
    lines = [f"{heads}{'explained':>11}{'caught':>8}"]
    for one in strengths:
        alive = len(one.survivors)
        lines.append(
            f"{one.exercise:<24}{len(one.fates):>8}{one.visible:>9}{one.unseen:>8}{alive:>9}"
            f"{alive - len(one.unexplained):>11}{one.score:>8.1%}"
        )
    for one in strengths:
        for fate in one.fates:
            if fate.visible:
                continue
            why = one.explained.get(fate.mutant.key, "SURVIVES, NOT EXPLAINED")
            if fate.unseen:
                why = f"caught only by the unseen check {fate.unseen!r}"
            lines += ["", f"{one.exercise}, {fate.mutant.where}: {why}"]
            lines += [f"    {line}" for line in fate.mutant.diff.splitlines()]
    return "\n".join(lines)


def record(strengths: Sequence[Strength]) -> dict[str, Any]:
    """The same as plain values."""
    return {
        one.exercise: {
            "mutants": len(one.fates),
            "visible": one.visible,
            "unseen": one.unseen,
            "score": round(one.score, 4),
            "survivors": [
                {**asdict(fate.mutant), "why": one.explained.get(fate.mutant.key, "")}
                for fate in one.survivors
            ],
        }
        for one in strengths
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tool; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.strength", description=__doc__)
    parser.add_argument("--sample", type=int, help="how many mutants an exercise (default: all)")
    parser.add_argument("--seed", type=int, default=0, help="for the sample and the unseen checks")
    parser.add_argument("--json", type=Path, help="also write the result to this file")
    parser.add_argument("--exercise", choices=exercises(), help="only this one")
    given = parser.parse_args(arguments)
    chosen = [given.exercise] if given.exercise else exercises()
    strengths = [measure(name, given.seed, given.sample, WORKERS) for name in chosen]
    print(table(strengths))
    if given.json:
        given.json.write_text(json.dumps(record(strengths), indent=2) + "\n", encoding="utf-8")
    found = problems(strengths, whole=given.sample is None)
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
