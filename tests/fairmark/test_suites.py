"""A file of unseen checks that does not work is named, with the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from fairmark.suites import find_unseen
from sendwell.checks import SuiteError


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("def suites(seed):\n    return [1 / 0]\n", "squares.py, line 2, does not work: ZeroDiv"),
        ("def suites(seed:\n", "squares.py, line 1, does not work: SyntaxError"),
        ("x = 1\n", "has no attribute 'suites'"),
        ("def suites(seed):\n    return []\n", "There are no unseen checks for 'squares.more' in"),
    ],
)
def test_a_file_that_does_not_work_is_named(tmp_path: Path, source: str, sentence: str) -> None:
    (tmp_path / "squares.py").write_text(source)
    with pytest.raises(SuiteError) as caught:
        find_unseen("squares.more", 1, tmp_path)
    assert sentence in str(caught.value)
    assert str(tmp_path / "squares.py") in str(caught.value)
