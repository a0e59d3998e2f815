"""Measure and remove folders that somebody else has filled with bad intent."""

from __future__ import annotations

import contextlib
import itertools
import os
import time
from pathlib import Path

#: What a file without content counts for, as in a file system of limited inodes.
_BYTES_PER_FILE = 4096


def folder_size(folder: str, enough: int) -> tuple[int, float]:
    """Bytes in the files under ``folder`` (counted to ``enough``), and how long it took."""
    started = time.monotonic()
    total, waiting = 0, [folder]
    while waiting and total <= enough:
        path = waiting.pop()
        try:
            with os.scandir(path) as found:
                # No more than can matter: there may be very many.
                entries = list(itertools.islice(found, enough // _BYTES_PER_FILE + 1))
        except OSError:
            # It may have been closed to us, by its owner, who we are too.
            with contextlib.suppress(OSError):
                Path(path).chmod(0o700)
            continue
        for entry in entries:
            with contextlib.suppress(OSError):
                facts = entry.stat(follow_symlinks=False)
                total += max(facts.st_blocks * 512, _BYTES_PER_FILE)
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
    return total, time.monotonic() - started


def remove_tree(folder: str) -> None:
    """Remove ``folder``, however deep, and whatever its modes; links are not followed.

    Folders inside are first moved to the top: no path gets long, nothing recurses.
    """
    names = (f"{folder}/.gone-{number}" for number in itertools.count())
    waiting = [folder]
    with contextlib.suppress(OSError):
        while waiting:
            path = waiting[-1]
            Path(path).chmod(0o700)
            inside = []
            for entry in os.scandir(path):
                if not entry.is_dir(follow_symlinks=False):
                    os.unlink(entry.path)  # noqa: PTH108  here every microsecond counts
                elif path == folder:
                    inside.append(entry.path)
                else:
                    Path(entry.path).chmod(0o700)
                    name = next(names)
                    os.rename(entry.path, name)  # noqa: PTH104
                    inside.append(name)
            if inside:
                waiting += inside
            else:
                os.rmdir(path)  # noqa: PTH106
                waiting.pop()
