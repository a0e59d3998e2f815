"""What can go wrong with a gradebook, in one sentence."""

from __future__ import annotations

from sqlalchemy.exc import IntegrityError, SQLAlchemyError


class RecordError(Exception):
    """A submission was not recorded; the message says why and what to do."""


class RunError(RecordError):
    """No submission can be recorded now: the run ends."""


#: What a database says -> what that means.
_MEANINGS = (
    ("locked", "another program is writing to it. Close that program, or try again later."),
    ("busy", "another program is writing to it. Close that program, or try again later."),
    ("readonly", "it is read-only. Give yourself the right to write to it and to its folder."),
    ("read-only", "it is read-only. Give yourself the right to write to it and to its folder."),
    ("permission denied", "you may not write to it. Ask for the right to do so."),
    ("disk is full", "the disk is full. Make room, then run the same command again."),
    ("disk i/o", "the disk cannot be written. Look at its health and its free space."),
    ("not a database", "it is not a database. Look at the path, or restore a copy."),
    ("malformed", "the file is damaged. Restore a copy."),
    ("no such table", "it has not nbgrader's tables. Run 'nbgrader generate_assignment' first."),
    (
        "no such column",
        "it was made by another version of nbgrader. Run 'nbgrader db upgrade', after a copy.",
    ),
    ("unable to open", "it cannot be opened. Look at the path and at your rights to it."),
    ("could not connect", "the database server does not answer. Is it running?"),
    ("connection refused", "the database server does not answer. Is it running?"),
    ("plugin", "its database driver is not installed."),
)


def in_plain_words(error: SQLAlchemyError, gradebook: str) -> RecordError:
    """The same error as a sentence that names the gradebook."""
    said = str(getattr(error, "orig", None) or error).strip().split("\n")[0]
    for phrase, meaning in _MEANINGS:
        if phrase in said.lower():
            return RunError(f"{gradebook}: {meaning}")
    if isinstance(error, IntegrityError):
        return RecordError(
            f"{gradebook}: somebody else recorded the same submission at the same moment. "
            "Run the same command again."
        )
    return RunError(f"{gradebook}: the database refused ({said}).")
