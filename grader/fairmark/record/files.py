"""Write files so that nobody ever sees half of one."""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from fairmark.record.errors import RecordError, RunError

#: What the operating system says of a file that cannot be written -> what that means.
_MEANINGS = {
    errno.ENOSPC: "the disk is full. Make room, then run the same command again.",
    errno.EDQUOT: "you may not use more of the disk. Make room, then run the same command again.",
    errno.EROFS: "the disk is read-only. Make it writable, then run the same command again.",
    errno.EIO: "the disk does not work. Look at its health, then run the same command again.",
    errno.EFBIG: "the file would be larger than you may write. Raise that limit (ulimit -f), then "
    "run the same command again.",
}
_RIGHTS = "you may not write there. Give yourself the right to, then run the same command again."
_MEANINGS |= {errno.EACCES: _RIGHTS, errno.EPERM: _RIGHTS}
#: What would meet every other file too.
_EVERYWHERE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}
_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Staged:
    """A file under its temporary name; ``publish`` gives it its real one."""

    path: Path
    part: Path

    def publish(self) -> None:
        """Rename: the old file, if any, is replaced at one stroke. Raises RecordError."""
        try:
            self.part.replace(self.path)
        except OSError as error:
            raise not_written(self.path, error) from error

    def discard(self) -> None:
        """Remove the temporary file."""
        self.part.unlink(missing_ok=True)


def stage(path: Path, content: str | bytes, permissions: int) -> Staged:
    """Write ``content`` beside ``path`` under a temporary name, always the same one.

    ``permissions`` are as nbgrader's configuration writes them: 444 means r--r--r--. What an
    interrupted run has left under the temporary name is replaced. Raises RecordError.
    """
    staged = Staged(path, part_of(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        staged.discard()
        handle = os.open(staged.part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
                os.fchmod(file.fileno(), int(str(permissions), 8))
        except BaseException:
            staged.discard()
            raise
    except OSError as error:
        raise not_written(path, error) from error
    return staged


def lay_beside(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put the instructor's files beside an autograded notebook, where formgrader looks for them.

    What is the same already is left alone. Raises RecordError.
    """
    for name, data in files.items():
        path = folder / name
        try:
            if not path.is_symlink() and path.read_bytes() == data:
                continue
        except OSError:
            pass  # it is not there yet
        stage(path, data, 644).publish()


def onto_disk(folders: Iterable[Path]) -> None:
    """Wait until all that was written where ``folders`` lie would survive a power failure.

    By file system (syncfs): file by file it takes ten times as long. Raises RecordError.
    """
    seen = set()
    for folder in folders:
        try:
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            continue  # somebody deleted it meanwhile
        except OSError as error:
            raise not_written(folder, error) from error
        try:
            device = os.fstat(handle).st_dev
            if device not in seen and _libc.syncfs(handle):
                number = ctypes.get_errno()
                raise not_written(folder, OSError(number, os.strerror(number)))
            seen.add(device)
        finally:
            os.close(handle)


def part_of(path: Path) -> Path:
    """The temporary name of the file ``path``."""
    return path.with_name(f".{path.name}.part")


def not_written(path: Path, error: OSError) -> RecordError:
    """The same error as a sentence that names the file and what to do."""
    number = error.errno or 0
    meaning = _MEANINGS.get(number, f"{error.strerror or error}. Look at what lies there.")
    kind = RunError if number in _EVERYWHERE else RecordError
    return kind(f"{path} cannot be written: {meaning}")


def unwritable(folder: Path) -> str:
    """A sentence if files cannot be put into ``folder``, or it cannot be made; "" if they can."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return ""
    wrong = errno.EACCES if folder.is_dir() else errno.ENOTDIR
    return str(not_written(folder, OSError(wrong, os.strerror(wrong))))
