"""The rows of one submitted notebook: what is new is inserted, what differs is updated."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from nbgrader.api import Comment, Grade, new_uuid
from sqlalchemy import insert, select, update

from fairmark.record.released import ReleasedNotebook
from fairmark.record.scores import Score


@dataclass(frozen=True)
class RecordedNotebook:
    """One notebook of a submission as the gradebook now has it, by grade_id.

    ``scores`` counts a person's score before ours and includes extra credit; ``waiting`` are the
    cells that a person is to look at; ``late_penalty`` is in points.
    """

    scores: dict[str, float] = field(default_factory=dict)
    manual_scores: dict[str, float] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    waiting: tuple[str, ...] = ()
    late_penalty: float = 0.0

    @property
    def score(self) -> float:
        """The sum, before the penalty."""
        return sum(self.scores.values())


@dataclass(frozen=True)
class _Known:
    """A grade that is in the gradebook already."""

    id: str
    auto: float | None
    manual: float | None
    extra: float | None
    waits: bool


def write_rows(
    session: Any,
    submitted: str,
    released: ReleasedNotebook,
    scores: dict[str, Score],
    comments: dict[str, str | None],
    *,
    fresh: bool,
) -> RecordedNotebook:
    """Write the grades and comments of the submitted notebook with the id ``submitted``.

    ``fresh`` means that it has none yet. Nothing that a person wrote is touched.
    """
    shown = _write_comments(session, submitted, released, comments, fresh=fresh)
    found: dict[str, float] = {}
    by_hand: dict[str, float] = {}
    known = {} if fresh else _known_grades(session, submitted)
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    waiting: list[str] = []
    for cell in released.graded:
        score = scores[cell.name]
        old = known.get(cell.id)
        manual = old.manual if old else None
        auto, waits = score.auto, score.waits(manual)
        if old is None:
            row = {"id": new_uuid(), "notebook_id": submitted, "cell_id": cell.id}
            new.append(row | {"auto_score": auto, "needs_manual_grade": waits})
        elif score.left and manual is not None:
            auto, waits = old.auto, old.waits
        elif (auto, waits) != (old.auto, old.waits):
            changed.append({"id": old.id, "auto_score": auto, "needs_manual_grade": waits})
        if manual is not None:
            by_hand[cell.name] = manual
        found[cell.name] = _counts(auto, old)
        if waits:
            waiting.append(cell.name)
    _write(session, Grade, new, changed)
    return RecordedNotebook(found, by_hand, shown, tuple(waiting))


def read_rows(
    session: Any, submitted: str, released: ReleasedNotebook, penalty: float
) -> RecordedNotebook:
    """What the gradebook has of the submitted notebook with the id ``submitted``."""
    known = _known_grades(session, submitted)
    rows = session.execute(
        select(Comment.cell_id, Comment.auto_comment, Comment.manual_comment).where(
            Comment.notebook_id == submitted
        )
    )
    said = {row.cell_id: row.manual_comment or row.auto_comment for row in rows}
    grades = {cell.name: known[cell.id] for cell in released.graded if cell.id in known}
    return RecordedNotebook(
        {name: _counts(one.auto, one) for name, one in grades.items()},
        {name: one.manual for name, one in grades.items() if one.manual is not None},
        {cell.name: said[cell.id] for cell in released.commented if said.get(cell.id)},
        tuple(name for name, one in grades.items() if one.waits),
        penalty,
    )


def _counts(auto: float | None, old: _Known | None) -> float:
    """What nbgrader counts for a grade (its ``Grade.score``)."""
    points = old.manual if old and old.manual is not None else auto
    return 0.0 if points is None else points + ((old.extra if old else None) or 0.0)


def _known_grades(session: Any, submitted: str) -> dict[str, _Known]:
    rows = session.execute(
        select(
            Grade.cell_id,
            Grade.id,
            Grade.auto_score,
            Grade.manual_score,
            Grade.extra_credit,
            Grade.needs_manual_grade,
        )
        .where(Grade.notebook_id == submitted)
        .with_for_update()
    )
    return {row[0]: _Known(*row[1:]) for row in rows}


def _write_comments(
    session: Any,
    submitted: str,
    released: ReleasedNotebook,
    comments: dict[str, str | None],
    *,
    fresh: bool,
) -> dict[str, str]:
    """Write our comments; what is shown after that, a person's comment before ours."""
    known: dict[str, Any] = {}
    if not fresh:
        rows = session.execute(
            select(Comment.cell_id, Comment.id, Comment.auto_comment, Comment.manual_comment)
            .where(Comment.notebook_id == submitted)
            .with_for_update()
        )
        known = {row.cell_id: row for row in rows}
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    shown: dict[str, str] = {}
    for cell in released.commented:
        said = comments[cell.name]
        old = known.get(cell.id)
        if old is None:
            row = {"id": new_uuid(), "notebook_id": submitted, "cell_id": cell.id}
            new.append(row | {"auto_comment": said})
        elif old.auto_comment != said:
            changed.append({"id": old.id, "auto_comment": said})
        if text := (old.manual_comment if old else None) or said:
            shown[cell.name] = text
    _write(session, Comment, new, changed)
    return shown


def _write(
    session: Any, model: Any, new: list[dict[str, Any]], changed: list[dict[str, Any]]
) -> None:
    if new:
        session.execute(insert(model), new)
    if changed:
        session.execute(update(model), changed)
