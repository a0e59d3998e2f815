"""What is got ready early is what the notebooks name, and no notebook can stop it."""

from pathlib import Path

import nbformat
import pytest

from fairmark.ahead import Likely, read_likely
from tools.build import ROOT


def test_m03_names_the_files_of_its_suites_and_what_it_imports() -> None:
    likely = read_likely((ROOT / "course" / "m03-throttle").glob("*.ipynb"))
    assert {"throttle", "further"} <= likely.suites
    assert "content" not in likely.suites
    assert "sendwell.checks" in likely.modules


def test_what_learners_answer_or_are_tested_in_is_not_imported(tmp_path: Path) -> None:
    notebook = nbformat.v4.new_notebook()
    for number, (mark, source) in enumerate(
        [
            (None, "import statistics\nfrom fractions import Fraction"),
            ({"solution": True, "grade": False}, "import antigravity"),
            ({"solution": False, "grade": True}, 'import secret\ncheck("mine.first")'),
        ]
    ):
        metadata = {} if mark is None else {"nbgrader": {**mark, "grade_id": str(number)}}
        notebook.cells.append(nbformat.v4.new_code_cell(source, metadata=metadata))
    file = tmp_path / "one.ipynb"
    nbformat.write(notebook, file)
    assert read_likely([file]) == Likely(("statistics", "fractions"), frozenset({"mine"}))


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"cells": [1]}', b"\xff\xfe"])
def test_what_is_no_notebook_is_passed_over(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "one.ipynb"
    file.write_bytes(data)
    assert read_likely([file, tmp_path / "missing.ipynb"]) == Likely()
