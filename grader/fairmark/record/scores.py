"""What each cell of a submission gets: the rules of nbgrader's SaveAutoGrades."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from nbgrader.utils import compute_checksum, is_grade, is_solution, is_task

from fairmark.intake import grade_id
from fairmark.judge.cells import Judged
from fairmark.judge.notebook import Graded
from fairmark.record.errors import RecordError
from fairmark.record.released import ReleasedCell, ReleasedNotebook

#: What nbgrader says of an answer that is still as it was released.
NO_RESPONSE = "No response."


@dataclass(frozen=True)
class Score:
    """What we say of a cell. ``auto`` is None where a person must look.

    ``left`` cells (tasks, and cells that the release does not show) are a person's alone: once
    scored, they are never touched. ``closed`` ones wait for nobody: they were not handed in.
    """

    auto: float | None = None
    comment: str | None = None
    left: bool = False
    closed: bool = False

    def waits(self, manual: float | None) -> bool:
        """Whether a person is to look: nobody can score it, or somebody scored it before."""
        return not self.closed and (manual is not None or self.auto is None)


_ABSENT = Score(0.0, closed=True)
_LEFT = Score(left=True)


def scores_of(
    released: ReleasedNotebook, graded: Graded | None, student: str
) -> tuple[dict[str, Score], dict[str, str | None]]:
    """The scores and comments of one notebook, by grade_id.

    Raises RecordError if a test cell has no verdict, or an impossible one: absence of evidence
    is neither a pass nor a fail.
    """
    if graded is None or graded.notebook is None:
        return (
            {cell.name: _ABSENT for cell in released.graded},
            {cell.name: None for cell in released.commented},
        )
    cells = {grade_id(cell): cell for cell in graded.notebook.cells if grade_id(cell)}
    _same_release(released, cells)
    where = f"{student}, {released.name}"
    return (
        {
            cell.name: _score(cell, cells.get(cell.name), graded.judged.get(cell.name), where)
            for cell in released.graded
        },
        {
            cell.name: None if cell.is_task else _comment(cells.get(cell.name))
            for cell in released.commented
        },
    )


def _same_release(released: ReleasedNotebook, cells: dict[str, Any]) -> None:
    known = {cell.name for cell in (*released.graded, *released.commented)}
    for name, cell in cells.items():
        if name not in known and (is_grade(cell) or is_solution(cell) or is_task(cell)):
            raise RecordError(
                f"The notebook {released.name!r} has a cell {name!r} that the gradebook does not "
                "know. Run 'nbgrader generate_assignment' again."
            )


def _score(known: ReleasedCell, cell: Any | None, judged: Judged | None, where: str) -> Score:
    if cell is None or known.is_task:
        return _LEFT
    if is_solution(cell):
        return Score(0.0 if unchanged(cell) else None)
    if cell["cell_type"] != "code":
        return Score(None)
    if judged is None:
        raise RecordError(f"{where}: the cell {known.name!r} has no verdict; nothing is recorded.")
    points = judged.points
    if judged.report is not None:
        points = float(f"{points:.6g}")  # what stock nbgrader reads from the notebook
    if not (math.isfinite(points) and 0 <= points <= known.most):
        raise RecordError(
            f"{where}: the cell {known.name!r} got {points:g} of {known.most:g} points, which "
            "cannot be; nothing is recorded. Is the assignment released as it is tested?"
        )
    return Score(points)


def _comment(cell: Any | None) -> str | None:
    return NO_RESPONSE if cell is not None and unchanged(cell) else None


def unchanged(cell: Any) -> bool:
    """Whether an answer is still as it was released."""
    try:
        return bool(cell["metadata"].nbgrader.get("checksum") == compute_checksum(cell))
    except UnicodeEncodeError:  # half a character: JSON may hold it, no release does
        return False
