"""The checks catch small changes of the reference solutions, and the tool that says so works."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools import strength
from tools.mutants import Mutant, mutants_of
from tools.strength import Fate, Strength, exercises, explanations, main, measure, problems

#: A mutant may be stopped while Hypothesis's own garbage collector callback runs.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

SAMPLE = 60
SEED = 1


def mutant(number: int) -> Mutant:
    return Mutant("f", f"- return {number}\n+ return 0", f"def f():\n    return {number}\n")


@pytest.mark.parametrize("exercise", exercises())
def test_no_mutant_of_the_sample_survives_unexplained(exercise: str) -> None:
    measured = measure(exercise, SEED, SAMPLE)
    assert len(measured.fates) >= 50
    assert [fate.mutant.key for fate in measured.unexplained] == []


@pytest.mark.parametrize("exercise", exercises())
def test_every_explanation_belongs_to_one_mutant(exercise: str) -> None:
    source = (strength.BANK / exercise / "right" / "reference.py").read_text(encoding="utf-8")
    keys = [mutant.key for mutant in mutants_of(source)]
    assert [key for key in explanations(exercise) if keys.count(key) != 1] == []


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("return a < b", "return a <= b"),
        ("return a + b", "return a - b"),
        ("return 5", "return 6"),
        ("return 5", "return 4"),
        ("return not a", "return a"),
        ("return a and b", "return a or b"),
        ("return min(a, b)", "return max(a, b)"),
        ("return a", "return b"),
        ("return a", "return"),
        ("return [x for x in a if x > b]", "return [x for x in a]"),
        ("return a[1:b]", "return a[1:b + 1]"),
        ("a.append(b)", "a.insert(0, b)"),
        ("a.append(b)", "pass"),
        ("b = set()\n    return a", "b = set()\n    return"),
        ("return range(a)", "return range(a - 1)"),
        ("return a < b <= 9", "return a < b"),
        ("while a:\n        b += 1", "if a:\n        b += 1"),
        ("b += a\n    print(b)", "print(b)\n    b += a"),
    ],
)
def test_mutants_hold_the_mistakes_that_people_make(source: str, changed: str) -> None:
    mutants = mutants_of(f"def f(a, b):\n    {source}\n")
    assert f"def f(a, b):\n    {changed}" in [mutant.source for mutant in mutants]


def test_mutants_differ_from_the_source_and_from_each_other() -> None:
    source = "def f(a, b):\n    c = a + b\n    return c < 2 or not a\n"
    sources = [mutant.source for mutant in mutants_of(source)]
    assert len(set(sources)) == len(sources) > 20
    assert source.strip() not in sources


def test_diff_shows_the_changed_line_and_its_function() -> None:
    found = [m for m in mutants_of("def f(a):\n    return a == 2\n") if "!=" in m.source]
    assert [(m.where, m.diff) for m in found] == [("f", "- return a == 2\n+ return a != 2")]


def test_unexplained_survivor_is_a_problem() -> None:
    fates = (Fate(mutant(1)), *(Fate(mutant(n), visible="a check") for n in range(2, 60)))
    measured = Strength("x.y", fates, {})
    assert ["not explained" in problem for problem in problems([measured], whole=True)] == [True]
    explained = Strength("x.y", fates, {mutant(1).key: "because"})
    assert problems([explained], whole=True) == []


def test_low_score_is_a_problem_even_if_all_is_explained() -> None:
    fates = (Fate(mutant(1)), Fate(mutant(2), unseen="a check"))
    measured = Strength("x.y", fates, {mutant(1).key: "because"})
    assert measured.score == 0.5
    assert [problem.split(" caught")[0] for problem in problems([measured], whole=True)] == [
        "x.y: only 50.0%"
    ]


def test_explanation_of_no_survivor_is_a_problem_of_a_whole_run() -> None:
    measured = Strength("x.y", (Fate(mutant(2), visible="a check"),), {mutant(1).key: "because"})
    assert "fit no survivor" in problems([measured], whole=True)[0]
    assert problems([measured], whole=False) == []


def test_tool_prints_a_table_and_writes_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "strength.json"
    given = ["--exercise", "throttle.allowed", "--sample", "8", "--json", str(file)]
    assert main(given) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("throttle.allowed")
    assert json.loads(file.read_text())["throttle.allowed"]["mutants"] == 8


def test_tool_fails_if_a_hole_in_the_checks_is_not_explained(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(strength, "explanations", lambda exercise: {})
    assert main(["--exercise", "throttle.burst_times"]) == 1
    assert "not explained" in capsys.readouterr().err
