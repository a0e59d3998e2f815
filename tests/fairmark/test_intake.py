"""Taking in what strangers hand in."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from fairmark.intake import MOST_BYTES, grade_id, take
from tools.build import ROOT

RELEASED = ROOT / "course" / "m03-throttle" / "build.ipynb"


@pytest.fixture
def released() -> NotebookNode:
    return nbformat.read(RELEASED, as_version=4)


def handed_in(notebook: NotebookNode) -> bytes:
    return nbformat.writes(notebook).encode()


def cell(notebook: NotebookNode, name: str) -> NotebookNode:
    return next(c for c in notebook.cells if grade_id(c) == name)


def test_an_untouched_notebook_comes_through_without_a_finding(released: NotebookNode) -> None:
    intake = take(RELEASED.read_bytes(), released)
    assert intake.findings == ()
    assert intake.notebook is not None
    assert [c.source for c in intake.notebook.cells] == [c.source for c in released.cells]
    nbformat.validate(intake.notebook)


def test_answers_and_own_cells_are_taken_where_they_stand(released: NotebookNode) -> None:
    mine = take(RELEASED.read_bytes(), released).notebook
    assert mine is not None
    cell(mine, "allowed").source = "allowed = 1"
    place = mine.cells.index(cell(mine, "check-allowed"))
    mine.cells.insert(place, nbformat.v4.new_code_cell("helper = 2"))
    taken = take(handed_in(mine), released).notebook
    assert taken is not None
    assert cell(taken, "allowed").source == "allowed = 1"
    sources = [c.source for c in taken.cells]
    assert sources.index("allowed = 1") < sources.index("helper = 2")
    assert sources.index("helper = 2") < sources.index('check("throttle.allowed")')


def test_a_byte_order_mark_is_read(released: NotebookNode) -> None:
    intake = take(b"\xef\xbb\xbf" + RELEASED.read_bytes(), released)
    assert intake.notebook is not None
    assert intake.findings == ("starts with a byte order mark (read all the same)",)


def test_a_deleted_and_a_changed_check_are_put_back(released: NotebookNode) -> None:
    mine = nbformat.read(RELEASED, as_version=4)
    mine.cells.remove(cell(mine, "check-sliding-window"))
    cell(mine, "check-allowed").source = "5"
    intake = take(handed_in(mine), released)
    assert intake.notebook is not None
    assert cell(intake.notebook, "check-allowed").source == 'check("throttle.allowed")'
    assert cell(intake.notebook, "check-sliding-window")
    assert intake.findings == (
        "the check 'check-allowed' was changed (put back)",
        "the check 'check-sliding-window' was deleted (put back)",
    )


def test_marks_and_points_come_from_the_release(released: NotebookNode) -> None:
    mine = nbformat.read(RELEASED, as_version=4)
    cell(mine, "check-allowed").metadata.nbgrader.points = 500
    cell(mine, "check-allowed").metadata.tags = ["skip-execution"]
    taken = take(handed_in(mine), released).notebook
    assert taken is not None
    assert cell(taken, "check-allowed").metadata == cell(released, "check-allowed").metadata


def test_a_missing_answer_counts_as_not_written(released: NotebookNode) -> None:
    mine = nbformat.read(RELEASED, as_version=4)
    mine.cells.remove(cell(mine, "allowed"))
    intake = take(handed_in(mine), released)
    assert intake.notebook is not None
    assert "NotImplementedError" in cell(intake.notebook, "allowed").source
    assert intake.findings == ("the answer cell 'allowed' is missing (counts as not written)",)


def test_of_two_cells_with_one_id_the_last_counts(released: NotebookNode) -> None:
    mine = nbformat.read(RELEASED, as_version=4)
    again = nbformat.from_dict(json.loads(json.dumps(cell(mine, "allowed"))))
    again.id, again.source = "again", "allowed = 2"
    mine.cells.append(again)
    intake = take(handed_in(mine), released)
    assert intake.notebook is not None
    assert cell(intake.notebook, "allowed").source == "allowed = 2"
    assert intake.findings == ("the cell 'allowed' stands there twice (the last one counts)",)


def test_outputs_are_trusted_from_nobody(released: NotebookNode) -> None:
    mine = nbformat.read(RELEASED, as_version=4)
    for each in mine.cells:
        if each.cell_type == "code":
            each.outputs = [nbformat.v4.new_output("execute_result", {"text/plain": "5"})]
    taken = take(handed_in(mine), released).notebook
    assert taken is not None
    assert not any(each.get("outputs") for each in taken.cells)


ODD_SOURCE = b"""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells":
    [{"cell_type": "code", "source": {"a": 1}, "metadata": {}}]}"""
DEEP = b'{"cells": ' + b"[" * 200_000


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "the file is empty"),
        (b"Dear teacher", "it is not the JSON that notebooks are stored as"),
        (b"%PDF-1.7\n\xff\xfe", "its text is not UTF-8"),
        ('{"cells": []}'.encode("utf-16"), "its text is not UTF-8"),
        (b"[1, 2]", "it has not the form of one"),
        (b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}', "it has"),
        (
            b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [3]}',
            "it has",
        ),
        (ODD_SOURCE, "it has"),
        (DEEP, "it is not the JSON"),
        (b" " * (MOST_BYTES + 1), f"at most {MOST_BYTES:,} are read"),
    ],
)
def test_what_is_no_notebook_gets_one_sentence(
    data: bytes, why: str, released: NotebookNode
) -> None:
    intake = take(data, released)
    assert intake.notebook is None
    assert len(intake.findings) == 1
    assert intake.findings[0].startswith("is not a notebook: ")
    assert why in intake.findings[0]


def test_a_notebook_of_an_older_format_is_read(released: NotebookNode, tmp_path: Path) -> None:
    mine = nbformat.read(RELEASED, as_version=4)
    for each in mine.cells:
        del each["id"]
    mine.nbformat_minor = 2
    assert (
        take(nbformat.writes(mine, version=nbformat.NO_CONVERT).encode(), released).findings == ()
    )
