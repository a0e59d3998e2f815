"""Write verdicts into nbgrader's gradebook: one process, one transaction a submission."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from types import TracebackType
from typing import Any, Self

from nbgrader.api import (
    Gradebook,
    InvalidEntry,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    new_uuid,
)
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import parse_utc
from sqlalchemy import insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from fairmark.judge.notebook import Graded
from fairmark.record.database import (
    existing,
    folder_of,
    lock_before_reading,
    must_be_writable,
    with_timeout,
)
from fairmark.record.errors import RecordError, in_plain_words
from fairmark.record.released import Released, read_released
from fairmark.record.rows import RecordedNotebook, read_rows, write_rows
from fairmark.record.scores import scores_of

#: Seconds to wait for another program that writes to the same SQLite file.
BUSY_SECONDS = 30.0


@dataclass(frozen=True)
class Recorded:
    """A submission as the gradebook now has it, by notebook."""

    student: str
    notebooks: dict[str, RecordedNotebook]
    seconds_late: float = 0.0

    @property
    def score(self) -> float:
        """Points for the whole assignment, after penalties."""
        return sum(one.score - one.late_penalty for one in self.notebooks.values())


def late_plugin(config: Any = None) -> Any:
    """The plugin for late submissions that the course's traitlets ``config`` names."""
    step = AssignLatePenalties(config=config) if config else AssignLatePenalties()
    step.init_plugin()
    return step.plugin_inst


class Recorder:
    """The only writer of a gradebook, for one assignment.

    Opened once for a whole run; what was released is read once. ``plugin`` decides about late
    submissions (None: no penalties). Raises RecordError if the gradebook cannot be opened or does
    not know the assignment.
    """

    def __init__(
        self,
        db_url: str,
        course_id: str,
        assignment: str,
        *,
        create_students: bool = True,
        plugin: Any = None,
        busy_seconds: float = BUSY_SECONDS,
    ) -> None:
        self._create_students = create_students
        self._plugin = plugin
        url = existing(db_url)
        self._shown = f"The gradebook {url.database or url}"
        #: Where its file lies; None if it is another server's.
        self.folder = folder_of(url)
        must_be_writable(url, self._shown)
        with self._plainly():
            self._gradebook = Gradebook(with_timeout(url, busy_seconds), course_id)
        try:
            if self._gradebook.engine.dialect.name == "sqlite":
                lock_before_reading(self._gradebook)
            self._session = self._gradebook.db()
            with self._plainly(), self._session.begin():
                self.released: Released = read_released(self._session, assignment, self._shown)
        except BaseException:
            self._gradebook.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the gradebook."""
        self._gradebook.close()

    def record(
        self, student: str, graded: Sequence[Graded], timestamp: str | None = None
    ) -> Recorded:
        """Write all of a submission, or nothing.

        ``timestamp`` is the text of nbgrader's ``timestamp.txt``; None leaves a known one alone.
        A notebook of the assignment that is not in ``graded``, or is no notebook, counts 0. What
        people wrote (manual scores, extra credit, comments) stays. Raises RecordError.
        """
        given = {one.name: one for one in graded}
        if unknown := sorted(given.keys() - self.released.notebooks.keys()):
            raise RecordError(
                f"{self._shown}: the assignment {self.released.name!r} has no notebook "
                f"{unknown[0]!r}. Run 'nbgrader generate_assignment' again."
            )
        handed_in = _parse(timestamp, student)
        verdicts = {
            name: scores_of(released, given.get(name), student)
            for name, released in self.released.notebooks.items()
        }
        with self._plainly(), self._session.begin():
            self._ensure_student(student)
            submission, late = self._ensure_submission(student, handed_in)
            rows = self._ensure_notebooks(submission)
            recorded: dict[str, RecordedNotebook] = {}
            for name, released in self.released.notebooks.items():
                row, penalty, fresh = rows[released.id]
                done = write_rows(self._session, row, released, *verdicts[name], fresh=fresh)
                here = name in given and given[name].notebook is not None
                due = self._penalty(student, done.score, late) if here else None
                if due != penalty:
                    change = {"id": row, "late_submission_penalty": due}
                    self._session.execute(update(SubmittedNotebook), [change])
                recorded[name] = replace(done, late_penalty=due or 0.0)
        return Recorded(student, recorded, late)

    def recorded(self, student: str) -> Recorded | None:
        """A submission as the gradebook has it; None if there is none. Raises RecordError."""
        whole, part = SubmittedAssignment, SubmittedNotebook
        with self._plainly(), self._session.begin():
            rows = self._session.execute(
                select(part.notebook_id, part.id, part.late_submission_penalty)
                .join(whole, whole.id == part.assignment_id)
                .where(whole.assignment_id == self.released.id, whole.student_id == student)
            ).all()
            known = {row[0]: row for row in rows}
            found = {
                name: read_rows(self._session, str(row[1]), released, row[2] or 0.0)
                for name, released in self.released.notebooks.items()
                if (row := known.get(released.id)) is not None
            }
        return Recorded(student, found) if found else None

    def _ensure_student(self, student: str) -> None:
        if self._session.scalar(select(Student.id).where(Student.id == student)) is not None:
            return
        if not self._create_students:
            raise RecordError(
                f"{self._shown}: there is no student {student!r}. Add the student in formgrader, "
                "or let unknown students be created."
            )
        self._session.execute(insert(Student), [{"id": student}])

    def _ensure_submission(self, student: str, handed_in: datetime | None) -> tuple[str, float]:
        """The submission's id, and by how many seconds it is late."""
        submission = SubmittedAssignment
        known = self._session.execute(
            select(submission.id, submission.timestamp, submission.extension)
            .where(submission.assignment_id == self.released.id, submission.student_id == student)
            .with_for_update()
        ).one_or_none()
        if known is None:
            new = {
                "id": new_uuid(),
                "assignment_id": self.released.id,
                "student_id": student,
                "timestamp": handed_in,
            }
            self._session.execute(insert(submission), [new])
            return str(new["id"]), self._seconds_late(handed_in, None)
        if handed_in not in (None, known.timestamp):
            self._session.execute(update(submission), [{"id": known.id, "timestamp": handed_in}])
        return known.id, self._seconds_late(handed_in or known.timestamp, known.extension)

    def _seconds_late(self, handed_in: datetime | None, extension: timedelta | None) -> float:
        if handed_in is None or self.released.duedate is None:
            return 0.0
        due = self.released.duedate + (extension or timedelta())
        return max(0.0, (handed_in - due).total_seconds())

    def _ensure_notebooks(self, submission: str) -> dict[str, tuple[str, float | None, bool]]:
        """By the release's id: the submitted notebook's id, its penalty, and whether it is new."""
        notebook = SubmittedNotebook
        rows = self._session.execute(
            select(notebook.notebook_id, notebook.id, notebook.late_submission_penalty).where(
                notebook.assignment_id == submission
            )
        )
        found = {row[0]: (str(row[1]), row[2], False) for row in rows}
        new = [
            {"id": new_uuid(), "notebook_id": released.id, "assignment_id": submission}
            for released in self.released.notebooks.values()
            if released.id not in found
        ]
        if new:
            self._session.execute(insert(notebook), new)
        return found | {row["notebook_id"]: (row["id"], None, True) for row in new}

    def _penalty(self, student: str, score: float, seconds: float) -> float | None:
        """The late penalty in points, never more than the score; None if there is none."""
        if self._plugin is None or seconds <= 0:
            return None
        try:
            penalty = self._plugin.late_submission_penalty(student, score, seconds)
            if penalty is None:
                return None
            penalty = float(penalty)
        except Exception as error:
            raise RecordError(
                f"{student}: the course's late penalty, {type(self._plugin).__name__}, failed: "
                f"{type(error).__name__}: {error}."
            ) from error
        if not math.isfinite(penalty):
            raise RecordError(
                f"{student}: the course's late penalty, {type(self._plugin).__name__}, gave "
                f"{penalty}; a number of points is needed."
            )
        return min(max(penalty, 0.0), score)

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """Turn a database's errors into RecordErrors."""
        try:
            yield
        except SQLAlchemyError as error:
            raise in_plain_words(error, self._shown) from error
        except (InvalidEntry, ImportError) as error:
            raise RecordError(f"{self._shown}: it cannot be opened ({error}).") from error


def _parse(timestamp: str | None, student: str) -> datetime | None:
    text = (timestamp or "").strip()
    if not text:
        return None
    try:
        return parse_time(text)
    except (ValueError, OverflowError, TypeError, AttributeError):
        raise RecordError(
            f"{student}: timestamp.txt says {text[:60]!r}, which is no time. Write it like "
            "'2026-02-03 15:30:00 UTC'."
        ) from None


@lru_cache(maxsize=64)
def parse_time(text: str) -> datetime:
    """The time that timestamp.txt says. Raises what nbgrader's parser raises: anything."""
    parsed: datetime = parse_utc(text)
    return parsed
