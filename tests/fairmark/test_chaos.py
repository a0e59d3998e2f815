"""Killed at any moment, the same command again: as if nothing had happened."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fairmark.chaos import Chaos


@pytest.fixture(scope="module")
def chaos() -> Iterator[Chaos]:
    """A small class, graded undisturbed; in a folder that every user can reach."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Chaos(Path(folder), copies=1)


@pytest.mark.parametrize(("seed", "kind"), [(1, "command"), (2, "all"), (3, "child"), (6, None)])
def test_a_killed_run_loses_nothing(chaos: Chaos, seed: int, kind: str | None) -> None:
    trial = chaos.trial(seed, kind)
    assert not trial.wrong, trial.line()


@pytest.mark.attacks
@pytest.mark.parametrize("seed", range(100, 150))
def test_fifty_killed_runs_lose_nothing(chaos: Chaos, seed: int) -> None:
    trial = chaos.trial(seed)
    assert not trial.wrong, trial.line()
