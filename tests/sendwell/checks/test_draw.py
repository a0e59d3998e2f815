"""Drawn cases: the same for the same seed, smallest first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hypothesis import strategies as st

from fairmark.draw import draw

LISTS = st.lists(st.integers(0, 86_400_000), max_size=8)


def test_the_same_seed_gives_the_same_cases() -> None:
    assert draw(LISTS, 40, 7) == draw(LISTS, 40, 7)


def test_other_seeds_give_other_cases() -> None:
    drawn = [repr(draw(LISTS, 40, seed)) for seed in range(10)]
    assert len(set(drawn)) == 10


def test_cases_come_smallest_first_and_once() -> None:
    cases = [repr(case) for case in draw(LISTS, 80, 3)]
    assert cases == sorted(set(cases), key=lambda text: (len(text), text))
    assert 40 < len(cases) <= 80


def test_a_strategy_of_few_cases_gives_them_all() -> None:
    assert draw(st.booleans(), 50, 1) == [True, False]


def test_cases_are_drawn_from_the_whole_range() -> None:
    cases = draw(st.integers(0, 9), 200, 1)
    assert cases == list(range(10))


def test_what_else_is_imported_makes_no_difference(tmp_path: Path) -> None:
    (tmp_path / "theirs.py").write_text("TIMES = [123457, 765432, 5555555]\n")
    program = (
        "{}from fairmark.draw import draw\nfrom hypothesis import strategies as st\n"
        "print(draw(st.lists(st.integers(0, 86_400_000)), 80, 7))\n"
    )
    drawn = []
    for name, first in (("without.py", ""), ("with.py", "import theirs\n")):
        (tmp_path / name).write_text(program.format(first))
        ran = subprocess.run(
            [sys.executable, name], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        drawn.append(ran.stdout)
    assert drawn[0] == drawn[1]
