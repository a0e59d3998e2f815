"""From a text source to a notebook: roles in prose, cell ids, metadata."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jupytext
from nbformat import NotebookNode

from sendwell.claims import ClaimError
from tools.figures import ROLE, bare_figures, claims_in

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


#: One below the other they are 24 pixels high, as WCAG 2.2 asks of what is pressed.
_SUMMARY = '<summary style="line-height: 1.9">'


@dataclass(frozen=True)
class Problem:
    """Something that must not be published: where it is, and what to do."""

    module: str
    notebook: str
    cell: str
    message: str

    def __str__(self) -> str:
        return f"{self.module}/{self.notebook}, {self.cell}: {self.message}"


class SourceError(Exception):
    """A text source cannot become a notebook. ``cell`` says where, the message why."""

    def __init__(self, cell: str, message: str) -> None:
        super().__init__(message)
        self.cell = cell


def read_source(path: Path, roles: dict[str, Callable[[str], str]]) -> NotebookNode:
    """The notebook that ``path`` (a MyST text notebook) describes, not yet executed.

    ``roles`` turn ``{name}`text``` in prose into Markdown. Raises SourceError.
    """
    notebook = jupytext.read(path, fmt="md:myst")
    notebook.metadata = NotebookNode(kernelspec=NotebookNode(KERNEL))
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            cell.source = _with_roles(cell.source, roles, f"cell {index + 1}")
    _give_ids(notebook)
    return notebook


def name_of(cell: Any, index: int) -> str:
    """How messages call a cell: its grade_id and its number from 1."""
    grade_id = grade_id_of(cell)
    return f"cell {index + 1} ({grade_id})" if grade_id else f"cell {index + 1}"


def grade_id_of(cell: Any) -> str:
    """The cell's grade_id, or "" for a cell that nbgrader leaves alone."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def claims_used(path: Path) -> set[str]:
    """The ids of the claims that the prose of a text source cites."""
    return set(claims_in(path.read_text(encoding="utf-8")))


def _with_roles(text: str, roles: dict[str, Callable[[str], str]], where: str) -> str:
    for line, message in bare_figures(text):
        raise SourceError(f"{where}, line {line}", message)

    def replace(match: re.Match[str]) -> str:
        name, argument = match.groups()
        if name not in roles:
            known = ", ".join(sorted(roles))
            raise SourceError(where, f"unknown role {{{name}}}; known are: {known}.")
        try:
            return roles[name](argument)
        except (LookupError, ValueError, ClaimError) as error:
            raise SourceError(where, f"{match.group()} cannot be resolved: {error}") from error

    return ROLE.sub(replace, text).replace("<summary>", _SUMMARY)


def _give_ids(notebook: NotebookNode) -> None:
    """Ids from grade_ids and order: a cell is counted from the last grade_id before it."""
    anchor, count = "start", 0
    for cell in notebook.cells:
        grade_id = grade_id_of(cell)
        if grade_id:
            anchor, count = grade_id, 0
            cell.id = grade_id[:64]
        else:
            count += 1
            cell.id = f"{anchor[:56]}-{count}"
