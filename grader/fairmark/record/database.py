"""The database that a gradebook lies in: is it there, may it be written, who waits for whom."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from fairmark.record.errors import RecordError, RunError


def existing(db_url: str, assignment: str = "") -> URL:
    """The URL; raises RecordError if it is none, or names a file that is not there."""
    try:
        url = make_url(db_url)
    except SQLAlchemyError:
        raise RecordError(
            f"{db_url!r} is no address of a gradebook. Write it like 'sqlite:///gradebook.db'."
        ) from None
    file = file_of(url)
    if file and not file.is_file():
        command = f"nbgrader generate_assignment {assignment}".strip()
        raise RecordError(
            f"There is no gradebook {file}. Run '{command}' first, in the course directory."
        )
    return url


def file_of(url: URL) -> Path | None:
    """The file of an SQLite gradebook, whether it is there or not; None for any other one."""
    name = url.database or ":memory:"
    in_a_file = url.get_backend_name() == "sqlite" and not name.startswith((":", "file:"))
    return Path(name) if in_a_file else None


def must_be_writable(url: URL, shown: str) -> None:
    """Raise RunError if the file is read-only: SQLite would say so only at the first commit."""
    folder = folder_of(url)
    if folder and not all(os.access(one, os.W_OK) for one in (url.database or "", folder)):
        raise RunError(
            f"{shown}: it is read-only. Give yourself the right to write to it and to its folder."
        )


def folder_of(url: URL) -> Path | None:
    """The folder in which the file lies; None if there is none here."""
    file = file_of(url)
    return file.absolute().parent if file and file.is_file() else None


def with_timeout(url: URL, seconds: float) -> str:
    """The address with the time to wait for a lock, which nbgrader has no option for."""
    if url.get_backend_name() == "sqlite" and "timeout" not in url.query:
        url = url.update_query_dict({"timeout": str(seconds)})
    return url.render_as_string(hide_password=False)


def lock_before_reading(gradebook: Any) -> None:
    """Let a transaction take SQLite's write lock at its start.

    Otherwise two writers can each read first and then block one another for ever.
    """

    def leave_transactions_to_us(connection: Any, _record: Any) -> None:
        connection.isolation_level = None

    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    gradebook.db.remove()
    gradebook.engine.dispose()
    event.listen(gradebook.engine, "connect", leave_transactions_to_us)
    event.listen(gradebook.engine, "begin", begin)
