"""Write autograded notebooks: what formgrader shows to the instructor."""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from nbformat import NotebookNode
from nbgrader.utils import compute_checksum

from fairmark.judge.notebook import Graded
from fairmark.judge.plan import marks
from fairmark.record.files import Staged, stage
from fairmark.record.markup import clean_markdown, clean_raw
from fairmark.record.sanitise import clean_outputs
from fairmark.record.text import clean_text

#: As nbgrader: who may do what with an autograded notebook (r--r--r--).
PERMISSIONS = 444
#: A cell's type and its text.
Given: TypeAlias = tuple[str, str]


def given_sources(released: NotebookNode) -> frozenset[Given]:
    """The texts of the release's own cells, which need no cleaning where learners kept them."""
    return frozenset(
        (cell["cell_type"], cell["source"])
        for cell in released.cells
        if not marks(cell).get("solution")
    )


def write_autograded(
    path: Path,
    graded: Graded,
    *,
    given: Collection[Given] = frozenset(),
    permissions: int = PERMISSIONS,
) -> None:
    """Write the notebook to ``path`` at one stroke; see ``stage_autograded``."""
    stage_autograded(path, graded, given=given, permissions=permissions).publish()


def stage_autograded(
    path: Path,
    graded: Graded,
    *,
    given: Collection[Given] = frozenset(),
    permissions: int = PERMISSIONS,
) -> Staged:
    """Write the notebook under a temporary name, to be published after the gradebook's commit.

    ``given`` are the release's own texts (``given_sources``); ``permissions`` as in nbgrader's
    configuration. The same verdicts give the same bytes. Raises RecordError, and ValueError if
    there is no notebook.
    """
    if graded.notebook is None:
        raise ValueError(f"{graded.name} is no notebook; there is nothing to write.")
    return stage(path, as_text(clean_notebook(graded, given)), permissions)


def clean_notebook(graded: Graded, given: Collection[Given] = frozenset()) -> dict[str, Any]:
    """The graded notebook as plain values, with nothing in it that a browser would run."""
    notebook = graded.notebook or NotebookNode(cells=[], metadata={})
    minor = int(notebook.get("nbformat_minor", 5))
    cells = [_cell(cell, graded, given, with_id=minor >= 5) for cell in notebook.cells]
    return {
        "cells": cells,
        "metadata": notebook.metadata,
        "nbformat": 4,
        "nbformat_minor": minor,
    }


def _cell(cell: Any, graded: Graded, given: Collection[Given], *, with_id: bool) -> dict[str, Any]:
    mark = marks(cell)
    locked = bool(mark) and not mark.get("solution")
    source = (
        cell["source"]
        if locked or (cell["cell_type"], cell["source"]) in given
        else _clean_source(cell)
    )
    made: dict[str, Any] = {
        "cell_type": cell["cell_type"],
        "metadata": _metadata(cell, locked=locked),
        "source": source.splitlines(keepends=True),
    }
    if with_id:
        made["id"] = cell["id"]
    if locked and "attachments" in cell:
        made["attachments"] = cell["attachments"]
    if cell["cell_type"] == "code":
        judged = graded.judged.get(str(mark.get("grade_id", "")))
        by_judge = judged is not None and not judged.forgeable
        count = cell.get("execution_count")
        made["execution_count"] = count if type(count) is int else None
        made["outputs"] = [_split(one) for one in clean_outputs(cell["outputs"], by_judge=by_judge)]
    return made


def _metadata(cell: Any, *, locked: bool) -> dict[str, Any]:
    """The release's, with the checksum of the whole cell, hidden tests included, as nbgrader's."""
    metadata = dict(cell["metadata"])
    if locked and "checksum" in metadata["nbgrader"]:
        metadata["nbgrader"] = metadata["nbgrader"] | {"checksum": compute_checksum(cell)}
    return metadata


def _clean_source(cell: Any) -> str:
    match cell["cell_type"]:
        case "markdown":
            return clean_markdown(cell["source"])
        case "raw":
            return clean_raw(cell["source"])
    return clean_text(cell["source"])


def _split(output: dict[str, Any]) -> dict[str, Any]:
    """Long texts as lists of lines, as Jupyter stores them."""
    if "text" in output:
        output["text"] = output["text"].splitlines(keepends=True)
    for kind, value in output.get("data", {}).items():
        if isinstance(value, str) and not kind.startswith("image/p"):
            output["data"][kind] = value.splitlines(keepends=True)
    return output


def as_text(notebook: dict[str, Any]) -> str:
    """The notebook as Jupyter writes it to a file."""
    cells = ",\n".join(_cell_text(json.dumps(cell)) for cell in notebook["cells"])
    rest = {key: part for key, part in notebook.items() if key != "cells"}
    after = json.dumps(rest, ensure_ascii=False, indent=1, sort_keys=True).removeprefix("{")
    return f'{{\n "cells": [\n{cells}\n ],{after}\n' if cells else f'{{\n "cells": [],{after}\n'


@lru_cache(maxsize=1_000)
def _cell_text(compact: str) -> str:
    """A cell as it stands in a file. Most cells of a class are the release's, and all the same."""
    text = json.dumps(json.loads(compact), ensure_ascii=False, indent=1, sort_keys=True)
    return "  " + text.replace("\n", "\n  ")
