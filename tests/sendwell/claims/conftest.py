"""A tiny registry in a folder, to spoil one entry at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

SOURCES = """
[articles.S0]
file = "seeds/zero.txt"
title = "An article"
sections = ["Here", "There"]

[documents.page]
title = "A page"
address = "example.org/page"
tier = "A"
as_of = 2026-05-21
as_of_basis = "document"
"""

CLAIMS = """
[[claim]]
id = "A01"
statement = "People wait."
source = "S0"
section = "Here"
status = "contradicted"
figures = [{ name = "wait", value = 4, unit = "hours" }]
conflicts_with = ["A02"]

[[claim]]
id = "A02"
statement = "Nobody waits."
source = "S0"
section = "There"
status = "corrected"
corrected_by = ["P01"]
evidence = [{ document = "page", says = "People wait." }]
conflicts_with = ["A01"]
lost = true
lost_what = "The steps are missing."
[claim.table]
columns = [{ name = "kind" }, { name = "share", unit = "percent" }]
rows = [["spam", 8], ["fraud", 43]]
"""

FACTS = """
[[fact]]
id = "P01"
statement = "People do wait."
evidence = [{ document = "page" }]
bears_on = ["A02"]
note = "Corrects the claim."
"""

CONTRADICTIONS = """
[[contradiction]]
id = "X01"
kind = "numbers"
statement = "Does anybody wait?"
resolution = "They do."
sides = [
  { claim = "A01", figures = ["wait"], says = "Yes." },
  { claim = "A02", figures = ["spam/share"], says = "No." },
]
computed = [
  { name = "both", function = "ratio", args = ["A02.spam/share", "A01.wait"], unit = "times" },
]
"""

FILES = {
    "sources.toml": SOURCES,
    "a-waiting.toml": CLAIMS,
    "p-published.toml": FACTS,
    "x-conflicts.toml": CONTRADICTIONS,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A valid registry."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def spoil(folder: Path) -> Callable[[str, str, str], Path]:
    """Replaces a text in a file of the folder; the text must be there."""

    def replace(name: str, old: str, new: str) -> Path:
        text = FILES[name]
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return replace
