"""What the notebook says of two libraries is what they do."""

from __future__ import annotations

import inspect
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from sendwell.libraries import (
    LIMIT,
    STORED,
    VERSIONS,
    WINDOW,
    behaviour,
    beside_libraries,
    measured_libraries,
)
from tests.test_bank import names_of

ROOT = Path(__file__).parent.parent.parent
BANK = ROOT / "tests" / "bank"
PAGE = ROOT / "solutions" / "m03-throttle" / "build.md"


def right(exercise: str, name: str) -> Any:
    return names_of(BANK / exercise / "right" / "reference.py")[name]


WINDOWS = right("throttle.sliding_window", "SlidingWindow")
BUCKETS = right("further.token_bucket", "TokenBucket")


def test_what_is_shown_without_the_libraries_is_what_they_do() -> None:
    pytest.importorskip("limits")
    pytest.importorskip("pyrate_limiter")
    assert {name: version(name) for name in VERSIONS} == VERSIONS
    assert measured_libraries() == STORED


def test_notebook_prints_the_table_as_it_is_measured() -> None:
    tables, _, origin = beside_libraries(WINDOWS, BUCKETS).rpartition("\n\n")
    assert tables in PAGE.read_text(encoding="utf-8")
    assert "4.5.1" in origin


def test_without_the_libraries_it_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "limits", None)
    text = beside_libraries(WINDOWS, BUCKETS)
    assert "%pip install pyrate-limiter limits" in text
    assert text.rpartition("\n\n")[0] in PAGE.read_text(encoding="utf-8")


def test_a_throttle_that_is_not_written_yet_does_not_hide_the_others() -> None:
    class NotYet:
        pass

    text = beside_libraries(NotYet, BUCKETS)
    assert "your SlidingWindow: TypeError" in text
    assert "your TokenBucket  " in text


def test_defaults_that_the_notebook_names() -> None:
    pyrate = pytest.importorskip("pyrate_limiter")
    acquire = inspect.signature(pyrate.Limiter.try_acquire)
    assert acquire.parameters["blocking"].default is True
    bucket = pyrate.InMemoryBucket([pyrate.Rate(LIMIT, WINDOW)])
    assert isinstance(bucket._clock, pyrate.MonotonicClock)
    assert isinstance(bucket._algorithm, pyrate.SlidingWindowLog)


def test_behaviour_of_what_lets_everything_through() -> None:
    seen = behaviour("all", lambda: lambda now: True)
    assert (set(seen.shown), seen.passed, seen.free) == ({"o"}, 3_000, (0, 0))
