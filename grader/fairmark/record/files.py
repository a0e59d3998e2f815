"""Write files so that nobody ever sees half of one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Staged:
    """A file under its temporary name; ``publish`` gives it its real one."""

    path: Path
    part: Path

    def publish(self) -> None:
        """Rename: the old file, if any, is replaced at one stroke."""
        self.part.replace(self.path)

    def discard(self) -> None:
        """Remove the temporary file."""
        self.part.unlink(missing_ok=True)


def stage(path: Path, text: str, permissions: int) -> Staged:
    """Write ``text`` beside ``path`` under a temporary name, always the same one.

    ``permissions`` are as nbgrader's configuration writes them: 444 means r--r--r--. What an
    interrupted run has left under the temporary name is replaced. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = Staged(path, path.with_name(f".{path.name}.part"))
    staged.discard()
    handle = os.open(staged.part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            os.fchmod(file.fileno(), int(str(permissions), 8))
    except BaseException:
        staged.discard()
        raise
    return staged
