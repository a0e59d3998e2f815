"""One grader on one gradebook at a time."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from fairmark.record.errors import RunError
from fairmark.record.files import not_written

#: Seconds to wait for another grader before giving up.
PATIENCE = 60.0
_TICK = 0.2


@contextmanager
def alone(path: Path, say: Callable[[str], None], patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock file ``path``; it is gone afterwards, and free if we are killed.

    Waits ``patience`` seconds for another process that holds it, which ``say`` is told; raises
    RunError after that, or if the file cannot be made.
    """
    until = time.monotonic() + patience
    told = False
    while (held := _take(path)) is None:
        who = _holder(path)
        if time.monotonic() > until:
            raise RunError(
                f"{who} is still grading into this gradebook (it holds {path}). "
                "Run the same command again when it has ended."
            )
        if not told:
            say(f"{who} is grading into this gradebook; waiting for it to end.")
            told = True
        time.sleep(_TICK)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(held)


def _take(path: Path) -> int | None:
    """A descriptor of the locked file; None if another process holds it."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise RunError(str(not_written(path, error))) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Whoever held it may have removed the name meanwhile: then it is another file's.
        if os.path.samestat(os.fstat(handle), path.stat()):
            with suppress(OSError):  # it only tells others who we are
                os.ftruncate(handle, 0)
                os.write(handle, str(os.getpid()).encode())
            return handle
    except (BlockingIOError, FileNotFoundError):
        pass
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None


def _holder(path: Path) -> str:
    try:
        number = path.read_text("ascii", "replace").strip()
    except OSError:
        number = ""
    return f"Another fairmark (process {number})" if number.isdigit() else "Another fairmark"
