"""One submission into the gradebook and onto disk, in an order that survives being killed.

First its verdicts are kept beside the autograded notebooks; then the gradebook commits; then the
notebooks and pages appear. Whoever finds pending verdicts does the rest: all of it can be repeated.
Pending they stay until everything has reached the disk, a hundred submissions at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path

from fairmark.record.errors import RecordError, RunError
from fairmark.record.feedback import write_feedback
from fairmark.record.files import (
    lay_beside,
    not_written,
    onto_disk,
    part_of,
    stage,
    unwritable,
)
from fairmark.record.gradebook import Recorded, Recorder
from fairmark.record.notebooks import Given, stage_autograded
from fairmark.record.verdicts import (
    DONE,
    PENDING,
    Head,
    Verdicts,
    read_head,
    read_verdicts,
    write_verdicts,
)

#: So many submissions wait for the disk together.
_AT_ONCE = 100


class Writer:
    """Writes the submissions of one assignment. At the end, call ``settle``.

    ``folder`` gives the folder of a step ("autograded", "feedback") and a student; ``given`` has
    the release's own texts by notebook; ``files`` are the instructor's, laid beside each.
    """

    def __init__(
        self,
        recorder: Recorder,
        assignment: str,
        folder: Callable[[str, str], Path],
        given: Mapping[str, Collection[Given]],
        files: Mapping[str, bytes] | None = None,
    ) -> None:
        self._recorder = recorder
        self._assignment = assignment
        self._folder = folder
        self._given = given
        self._files = files or {}
        self._waiting: dict[str, Path] = {}

    def head(self, student: str) -> Head:
        """What is in the gradebook and beside it; an empty one if that is not sure."""
        folder = self._folder("autograded", student)
        with suppress(OSError):  # a run was stopped as it began to keep other verdicts
            part_of(folder / PENDING).unlink()
        return Head() if (folder / PENDING).exists() else read_head(folder / DONE)

    def pending(self, student: str) -> Verdicts | None:
        """What a run that was interrupted has judged and not brought to its end."""
        return read_verdicts(self._folder("autograded", student) / PENDING)

    def kept(self, student: str) -> Verdicts | None:
        """The verdicts that were brought to their end; None if they cannot be read."""
        folder = self._folder("autograded", student)
        return None if (folder / PENDING).exists() else read_verdicts(folder / DONE)

    def refusal(self, student: str) -> str:
        """Why nothing can be written for this student; "" if it can."""
        folders = (self._folder(step, student) for step in ("autograded", "feedback"))
        return next(filter(None, map(unwritable, folders)), "")

    def write(self, verdicts: Verdicts) -> None:
        """Write new verdicts. Raises RecordError: then nothing is recorded."""
        folder = self._folder("autograded", verdicts.student)
        if (folder / PENDING).exists():  # of another submission: nobody knows how far it came
            _remove(folder / DONE)
        write_verdicts(folder, verdicts)
        self.complete(verdicts)

    def complete(self, verdicts: Verdicts) -> None:
        """Bring pending verdicts to their end, which ``settle`` marks. Raises RecordError."""
        student = verdicts.student
        folder = self._folder("autograded", student)
        staged = []
        try:
            for one in verdicts.graded:
                if one.notebook is not None:
                    path = folder / f"{one.name}.ipynb"
                    staged.append(
                        stage_autograded(path, one, given=self._given.get(one.name, frozenset()))
                    )
            recorded = self._recorder.record(student, verdicts.graded, verdicts.timestamp or None)
        except BaseException as error:
            for file in staged:
                file.discard()
            if isinstance(error, RecordError) and not isinstance(error, RunError):
                _remove(folder / PENDING)
                with suppress(OSError):  # there is something else in it
                    folder.rmdir()
                    folder.parent.rmdir()
            raise
        for file in staged:
            file.publish()
        lay_beside(folder, self._files)
        self.pages(verdicts, recorded)
        for step in ("autograded", "feedback") if verdicts.timestamp else ():
            # formgrader and release_feedback look for it beside the notebooks
            path = self._folder(step, student) / "timestamp.txt"
            stage(path, verdicts.timestamp + "\n", 644).publish()
        self._clear(verdicts, folder)
        self._waiting[student] = folder
        if len(self._waiting) >= _AT_ONCE:
            self.settle()

    def settle(self) -> None:
        """Wait until all that was written is on the disk; from then on it counts as done.

        Raises RecordError.
        """
        pages = (self._folder("feedback", student) for student in self._waiting)
        gradebook = self._recorder.folder
        if self._waiting:
            onto_disk([*self._waiting.values(), *pages, *([gradebook] if gradebook else [])])
        for folder in self._waiting.values():
            try:
                (folder / PENDING).replace(folder / DONE)
            except FileNotFoundError:
                continue  # somebody deleted it, to have it graded anew
            except OSError as error:
                raise not_written(folder / DONE, error) from error
        self._waiting.clear()

    def pages(self, verdicts: Verdicts, recorded: Recorded) -> None:
        """Write the feedback pages. Raises RecordError."""
        for one in verdicts.graded:
            write_feedback(
                self._folder("feedback", verdicts.student),
                verdicts.student,
                self._assignment,
                one,
                recorded=recorded.notebooks.get(one.name),
                given=self._given.get(one.name, frozenset()),
            )

    def pages_again(self, student: str) -> None:
        """Write the pages from the verdicts that are kept and from the gradebook as it is now.

        Raises RecordError if there are none.
        """
        verdicts = self.kept(student)
        recorded = self._recorder.recorded(student)
        if verdicts is None or recorded is None:
            folder = self._folder("autograded", student)
            raise RecordError(f"{folder} holds no verdicts. Run: fairmark grade {self._assignment}")
        self.pages(verdicts, recorded)

    def _clear(self, verdicts: Verdicts, folder: Path) -> None:
        """Remove notebooks that were handed in before and are not any more."""
        for one in verdicts.graded:
            if one.notebook is None:
                path = folder / f"{one.name}.ipynb"
                _remove(path)
                _remove(part_of(path))


def _remove(path: Path) -> None:
    with suppress(FileNotFoundError):
        path.unlink()
