"""Take a submission in: what counts is taken from the learner, all else from the release.

A submission is a file from a stranger. Of it, only the answers (solution cells, by grade_id) and
the cells that nbgrader does not mark are taken, in released order; checks, points and metadata
come from the release, and outputs from nobody.
"""

from __future__ import annotations

import hashlib
import warnings
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

#: A larger file is not read.
MOST_BYTES = 20 * 1024 * 1024
#: So many cells are read, and so much of a notebook in an old format, whose conversion is slow.
MOST_CELLS = 2_000
MOST_OLD_BYTES = 1024 * 1024
NOT_HANDED_IN = "was not handed in"


@dataclass(frozen=True)
class Intake:
    """What came of one submitted file.

    ``notebook`` is ready to be graded, or None if the file is no notebook. ``findings`` are
    sentences for the instructor, in the order in which they were found.
    """

    notebook: NotebookNode | None
    findings: tuple[str, ...]


class NotANotebook(Exception):
    """The bytes cannot be read as a notebook; the message says why."""


def read_submitted(path: Path, most: int) -> bytes | None:
    """The bytes of a submitted file; None for what is no regular file (a link, a fifo, ...)."""
    if path.is_symlink() or not path.is_file():
        return None
    with path.open("rb") as file:
        return file.read(most + 1)


@dataclass(frozen=True)
class Submitted:
    """A submitted file: its bytes, or None and what is wrong; ``mark`` is another one if it is."""

    data: bytes | None
    problem: str
    mark: str


def look_at(path: Path | None) -> Submitted:
    """What lies there now; ``path`` is None for a notebook that was not handed in."""
    if path is None:
        return Submitted(None, NOT_HANDED_IN, NOT_HANDED_IN)
    try:
        data = read_submitted(path, MOST_BYTES)
    except OSError as error:
        problem = f"cannot be read: {error.strerror}"
        return Submitted(None, problem, problem)
    if data is None:
        problem = "is not a notebook: it is no regular file"
        return Submitted(None, problem, problem)
    return Submitted(data, "", hashlib.sha256(data).hexdigest())


def take(data: bytes, released: NotebookNode) -> Intake:
    """Merge the submitted file ``data`` into a copy of the ``released`` notebook."""
    findings: list[str] = []
    if data.startswith(b"\xef\xbb\xbf"):
        findings.append("starts with a byte order mark (read all the same)")
    try:
        submitted = _read(data)
    except NotANotebook as error:
        return Intake(None, (*findings, f"is not a notebook: {error}"))
    return Intake(_merge(submitted, released, findings), tuple(findings))


def _read(data: bytes) -> dict[str, Any]:
    if len(data) > MOST_BYTES:
        raise NotANotebook(f"it has {len(data):,} bytes; at most {MOST_BYTES:,} are read")
    if not data.strip():
        raise NotANotebook("the file is empty")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotANotebook("its text is not UTF-8") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an older minor version is no news here
            # Not nbformat.reads: it validates too, which changes nothing here and takes minutes.
            notebook: dict[str, Any] = nbformat.reader.parse_json(text)
            if notebook.get("nbformat") == 4:
                _join_lines(notebook)
            else:
                notebook = _upgraded(notebook, len(text))
    except NotANotebook:
        raise
    except (nbformat.reader.NotJSONError, RecursionError):
        raise NotANotebook("it is not the JSON that notebooks are stored as") from None
    except Exception as error:
        raise NotANotebook(f"it has not the form of one ({type(error).__name__})") from None
    cells = notebook.get("cells")
    if not isinstance(cells, list) or not all(_is_cell(cell) for cell in cells):
        raise NotANotebook("it has no list of cells")
    if len(cells) > MOST_CELLS:
        raise NotANotebook(f"it has {len(cells):,} cells; at most {MOST_CELLS:,} are read")
    return notebook


def _join_lines(notebook: dict[str, Any]) -> None:
    """Sources may be lists of lines. Nothing else of a cell is read that may."""
    for cell in notebook.get("cells", ()):
        if isinstance(cell.get("source"), list):
            cell["source"] = "".join(cell["source"])


def _upgraded(notebook: dict[str, Any], length: int) -> dict[str, Any]:
    major, minor = nbformat.reader.get_version(notebook)
    if major < 4 and length > MOST_OLD_BYTES:
        raise NotANotebook("it is too large for its old format")
    made = nbformat.versions[major].to_notebook_json(notebook, minor=minor)
    return nbformat.convert(made, 4)  # type: ignore[no-any-return]


def _is_cell(cell: Any) -> bool:
    return (
        isinstance(cell, dict)
        and isinstance(cell.get("source"), str)
        and cell.get("cell_type") in {"code", "markdown", "raw"}
    )


def _merge(submitted: dict[str, Any], released: NotebookNode, findings: list[str]) -> NotebookNode:
    marked = {grade_id(cell): cell for cell in released.cells if grade_id(cell)}
    answers, unmarked = _sort(submitted, marked, findings)
    merged = NotebookNode({key: part for key, part in released.items() if key != "cells"})
    merged.cells = []
    _add_unmarked(merged, unmarked[""])
    for name, cell in marked.items():
        taken = copy(cell)  # below the first level nothing of it is changed
        if name not in answers:
            if is_answer(cell):
                findings.append(f"the answer cell {name!r} is missing (counts as not written)")
            else:
                findings.append(f"the check {name!r} was deleted (put back)")
        elif is_answer(cell):
            taken.source = answers[name]
        elif answers[name].strip() != cell["source"].strip():
            findings.append(f"the check {name!r} was changed (put back)")
        merged.cells.append(taken)
        _add_unmarked(merged, unmarked[name])
    return merged


def _sort(
    submitted: dict[str, Any], marked: dict[str, Any], findings: list[str]
) -> tuple[dict[str, str], dict[str, list[Any]]]:
    """The source of each marked cell, and the unmarked cells that follow it ("": at the top)."""
    answers: dict[str, str] = {}
    unmarked: dict[str, list[Any]] = {name: [] for name in ("", *marked)}
    last = ""
    for cell in submitted["cells"]:
        name = grade_id(cell)
        if name not in marked:
            unmarked[last].append(cell)
            continue
        if name in answers:
            findings.append(f"the cell {name!r} stands there twice (the last one counts)")
        answers[name] = cell["source"]
        last = name
    return answers, unmarked


def _add_unmarked(merged: NotebookNode, cells: list[Any]) -> None:
    for cell in cells:
        # Not nbformat's new_code_cell: it validates what is made here, which takes longer than all.
        taken = NotebookNode(
            id=f"taken-{len(merged.cells) + 1}",
            cell_type=cell["cell_type"],
            metadata=NotebookNode(),
            source=cell["source"],
        )
        if cell["cell_type"] == "code":
            taken |= NotebookNode(execution_count=None, outputs=[])
        merged.cells.append(taken)


def grade_id(cell: Any) -> str:
    """The cell's grade_id, or "" for a cell that nbgrader leaves alone."""
    metadata = cell.get("metadata")
    found = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return str(found.get("grade_id", "")) if isinstance(found, dict) else ""


def is_answer(cell: Any) -> bool:
    """Whether learners write in this cell."""
    return bool(cell["metadata"].nbgrader.get("solution"))
