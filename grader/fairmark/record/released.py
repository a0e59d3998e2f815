"""What the gradebook knows of a released assignment: read once for a whole run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nbgrader.api import Assignment, BaseCell, GradeCell, Notebook, TaskCell
from sqlalchemy import select

from fairmark.record.errors import RecordError


@dataclass(frozen=True)
class ReleasedCell:
    """A cell that gets a grade or a comment. ``most`` is 0 if it gets none."""

    id: str
    name: str
    most: float = 0.0
    is_task: bool = False


@dataclass(frozen=True)
class ReleasedNotebook:
    """A notebook of the assignment; a manual cell stands in both lists, with two ids."""

    id: str
    name: str
    graded: tuple[ReleasedCell, ...]
    commented: tuple[ReleasedCell, ...]


@dataclass(frozen=True)
class Released:
    """An assignment as it was released. ``duedate`` is in UTC, without a time zone."""

    id: str
    name: str
    duedate: datetime | None
    notebooks: dict[str, ReleasedNotebook]


def read_released(session: Any, assignment: str, gradebook: str) -> Released:
    """Look the assignment up; raises RecordError if the gradebook does not know it."""
    row = session.execute(
        select(Assignment.id, Assignment.duedate).where(Assignment.name == assignment)
    ).one_or_none()
    if row is None:
        raise RecordError(
            f"{gradebook}: there is no assignment {assignment!r}. "
            f"Run 'nbgrader generate_assignment {assignment}' first."
        )
    notebooks = session.execute(
        select(Notebook.id, Notebook.name)
        .where(Notebook.assignment_id == row.id)
        .order_by(Notebook.name)
    ).all()
    found = {name: _read_notebook(session, id_, name) for id_, name in notebooks}
    return Released(row.id, assignment, row.duedate, found)


def _read_notebook(session: Any, notebook: str, name: str) -> ReleasedNotebook:
    # the tables, not the models: a model's query would join the columns of every kind of cell
    base = BaseCell.__table__
    cells = session.execute(
        select(base.c.id, base.c.name, base.c.type).where(base.c.notebook_id == notebook)
    ).all()
    most: dict[str, float] = {}
    for table in (GradeCell.__table__, TaskCell.__table__):
        rows = session.execute(
            select(table.c.id, table.c.max_score)
            .join(base, base.c.id == table.c.id)
            .where(base.c.notebook_id == notebook)
        )
        most |= {row.id: row.max_score for row in rows}
    made = [
        (kind, ReleasedCell(id_, cell, most.get(id_, 0.0), kind == "TaskCell"))
        for id_, cell, kind in cells
    ]
    return ReleasedNotebook(
        notebook,
        name,
        tuple(cell for kind, cell in made if kind in {"GradeCell", "TaskCell"}),
        tuple(cell for kind, cell in made if kind in {"SolutionCell", "TaskCell"}),
    )
