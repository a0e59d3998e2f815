"""docs/claims.md is what the data say."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sendwell.claims import load
from sendwell.claims.register import register

DOCS = Path(__file__).parents[3] / "docs" / "claims.md"


def test_the_committed_register_is_the_generated_one() -> None:
    assert DOCS.read_text(encoding="utf-8") == register(load()), (
        "run: python -m sendwell.claims register"
    )


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_data_give_the_same_text_in_any_process(seed: str, tmp_path: Path) -> None:
    path = tmp_path / "claims.md"
    command = [sys.executable, "-m", "sendwell.claims", "register", "--out", str(path)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert path.read_text(encoding="utf-8") == register(load())


def test_every_record_and_every_lost_list_is_in_it() -> None:
    text = register(load())
    for key in (*load().claims, *load().facts):
        assert f"\n| {key} | " in text
    for key, found in load().contradictions.items():
        assert f"\n### {key}: {found.statement}\n" in text
    for lost in load().lost:
        assert lost.what in text


def test_the_sides_of_a_contradiction_stand_next_to_each_other() -> None:
    text = register(load())
    part = text[text.index("### X08") : text.index("### X09")]
    assert "| D10 | On Mondays, against the weekend. | monday over weekend: 55% more |" in part
    assert "| H08 | At the weekend, against weekdays. | weekend over weekdays: 40% more |" in part


def test_every_table_row_has_as_many_cells_as_its_head() -> None:
    width = 0
    for line in register(load()).splitlines():
        if not line.startswith("|"):
            width = 0
            continue
        cells = line.replace("\\|", "").count("|")
        width = width or cells
        assert cells == width, line
