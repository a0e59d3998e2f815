"""The bank: no right answer loses a point, every wrong one is caught and told why.

``bank/<exercise>/right/*.py`` are independent right answers; ``wrong/*.py`` hold one misconception
each, and name in their docstring the check that catches it and what that check says.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import sendwell.widgets.timeline  # noqa: F401  (what delegates.py imports while the clock runs)
from fairmark.suites import find_unseen
from sendwell.checks import Report, Suite, SuiteError, Verdict, find_suite, run

#: The talkative right answers warn on purpose.
pytestmark = pytest.mark.filterwarnings("ignore")

BANK = Path(__file__).parent / "bank"
EXERCISES = sorted(folder.name for folder in BANK.iterdir() if folder.is_dir())
RIGHT = sorted(BANK.glob("*/right/*.py"))
WRONG = sorted(BANK.glob("*/wrong/*.py"))
SEEDS = range(10)
#: Exercises that are judged in bands: learning takes time, and the seed only draws the disguises.
BANDED = {file.parent.name for file in BANK.glob("*/BANDED")}
#: Exercises with gaps to fill in have a small bank, and no unseen checks.
WITH_GAPS = {file.parent.name for file in BANK.glob("*/WITH_GAPS")}
#: The files that nothing but a time limit can stop; the rest get the limit that learners get.
SECONDS = {"endless_loop": 0.3}


def named(file: Path) -> str:
    return f"{file.parent.parent.name}-{file.stem}"


def names_of(file: Path) -> dict[str, Any]:
    """What a notebook has defined once the file's code has run in it."""
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(file.read_text(encoding="utf-8"), str(file), "exec"), names)
    return names


def exercise_of(file: Path) -> str:
    return file.parent.parent.name


def failures(report: Report) -> str:
    return "\n".join([report.text(), report.printed[:300]])


@cache
def unseen(exercise: str, seed: int) -> Suite | None:
    return None if exercise in WITH_GAPS else find_unseen(exercise, seed)


def promise(file: Path) -> tuple[str, str]:
    """The title of the check that catches a wrong answer, and the phrase that it says."""
    text = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    found = re.fullmatch(r"\S.*\ncaught by: (\S.*)\nsays: (\S.*)", text)
    assert found, f"{file} must start with: what is wrong, 'caught by: ...', 'says: ...'"
    return found[1], found[2]


@pytest.mark.parametrize("file", RIGHT, ids=named)
def test_right_answer_keeps_every_point(file: Path) -> None:
    names = names_of(file)
    visible = run(find_suite(exercise_of(file)), names)
    assert visible.passed, failures(visible)
    for seed in SEEDS[:2] if exercise_of(file) in BANDED else SEEDS:
        if suite := unseen(exercise_of(file), seed):
            report = run(suite, names)
            assert report.passed, f"seed {seed}\n{failures(report)}"


@pytest.mark.parametrize("file", WRONG, ids=named)
def test_wrong_answer_is_caught_and_told_why(file: Path) -> None:
    title, phrase = promise(file)
    exercise = exercise_of(file)
    seconds = SECONDS.get(file.stem, 1.5)
    report = run(find_suite(exercise), names_of(file), seconds)
    results = {result.title: result for result in report.results}
    assert title in results, f"no check of {exercise} that learners may read is called {title!r}"
    assert results[title].verdict is not Verdict.PASSED, failures(report)
    said = results[title].message
    assert phrase.casefold() in said.casefold(), said


@pytest.mark.parametrize("exercise", EXERCISES)
def test_bank_is_large_enough(exercise: str) -> None:
    right = [file for file in RIGHT if exercise_of(file) == exercise]
    wrong = [file for file in WRONG if exercise_of(file) == exercise]
    least_right, least_wrong = (2, 4) if exercise in WITH_GAPS else (4, 8)
    assert len(right) >= least_right
    assert len(wrong) >= least_wrong
    assert any(file.stem == "reference" for file in right)
    assert any(file.stem == "delegates" for file in wrong)


def test_every_exercise_that_learners_see_has_a_bank() -> None:
    with pytest.raises(SuiteError, match="There are: ") as caught:
        find_suite("nothing.of_that_name")
    modules = {exercise.partition(".")[0] for exercise in EXERCISES}
    named = re.findall(r"\w+\.\w+", str(caught.value).partition("There are: ")[2])
    known = [name for name in named if name.partition(".")[0] in modules]
    assert set(known) <= set(EXERCISES)
    assert set(EXERCISES) <= set(known)
