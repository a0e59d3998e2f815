"""No attack earns an undeserved point, leaks, harms a neighbour or stops the run."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from fairmark.rungs import RUNGS, probe
from tests.attacks import plain
from tests.attacks.lay import (
    ALL_POINTS,
    CANARIES,
    PATIENCE,
    Attack,
    Run,
    Scene,
    attacks,
    problems,
    scene,
)

pytestmark = pytest.mark.attacks

ATTACKS = attacks()
BYSTANDERS = ("a-bystander", "zz-bystander")


@pytest.fixture(scope="module")
def laid() -> Iterator[Scene]:
    with scene() as made:
        yield made


@pytest.fixture(scope="module", params=RUNGS)
def run(laid: Scene, request: pytest.FixtureRequest) -> Run:
    """Everything graded once on this rung; a rung that is missing is a failure."""
    done = laid.grade(request.param)
    assert done.code in (0, 1), f"{done.said[-3000:]}\n{done.errors[-3000:]}"
    return done


def test_there_are_enough() -> None:
    assert len([attack for attack in ATTACKS if not attack.honest]) >= 80
    assert len([attack for attack in ATTACKS if attack.honest]) >= 10
    mechanisms = [attack.facts["mechanism"] for attack in ATTACKS]
    assert len(set(mechanisms)) == len(mechanisms)


def test_this_machine_offers_every_rung() -> None:
    missing = {report.rung: report.missing for report in probe() if not report.available}
    assert not missing


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: f"{attack.kind}/{attack.name}")
def test_attack(run: Run, attack: Attack) -> None:
    found = problems(run, attack)
    assert not found, f"{attack.path.name} on rung {run.rung}: {attack.facts['mechanism']}"


def test_bystanders_are_untouched(run: Run) -> None:
    for name in BYSTANDERS:
        assert run.scores[name] == ALL_POINTS
        assert {record["verdict"] for record in run.of(name)} == {"passed"}
        shown = run.shown(name)
        assert re.search(r"found: \[\] nice: 0\b", shown), shown[-3000:]
        for what in set(CANARIES) - {"neighbour"}:
            assert CANARIES[what] not in shown


def test_only_what_cannot_be_graded_has_no_verdict(run: Run) -> None:
    told = {attack.student for attack in ATTACKS if attack.facts.get("failed") == "yes"}
    assert run.failed == told
    assert run.code == 1
    assert run.seconds < PATIENCE


def test_nothing_is_left(run: Run) -> None:
    assert run.left.pop("home") == ["secret.txt"]
    assert not any(run.left.values()), run.left


def test_values_that_are_slow_to_use_stop_no_judge() -> None:
    """Plain asserts work on the learner's values in the judge: it must come back all the same."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.attacks.plain"],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(timeout=90)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        said, _ = process.communicate()
    came: dict[str, float] = {}
    for line in said.splitlines():
        came |= json.loads(line)
    wanted = dict.fromkeys(plain.ATTACKS, 0.0)
    assert came == wanted | {f"{name}-neighbour": 1.0 for name in plain.ATTACKS}


def test_every_score_is_possible(run: Run) -> None:
    students = {attack.student for attack in ATTACKS} | set(BYSTANDERS)
    assert set(run.scores) <= students
    assert all(0 <= score <= ALL_POINTS for score in run.scores.values())
