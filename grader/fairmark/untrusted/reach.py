"""Go on importing from an environment that the ordinary user cannot reach, without mounts.

On rung c nothing can be put in another place. Folders under a home of mode 0700 are opened while
still root; afterwards ``/proc/self/fd/N`` leads into them, past the parents that are closed.
Programs that learner code starts do not inherit this: only the process itself can import.
"""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

_FIRST = 10


def open_closed(roots: Iterable[str], uid: int) -> dict[str, str]:
    """The ``roots`` that ``uid`` cannot reach, opened, and by which path each goes on."""
    found: dict[str, str] = {}
    for root in roots:
        if not Path(root).exists() or _reaches(root, uid):
            continue
        opened = os.open(root, os.O_PATH | os.O_CLOEXEC)
        place = fcntl.fcntl(opened, fcntl.F_DUPFD_CLOEXEC, _FIRST)  # never one that is in use
        os.close(opened)
        found[root] = f"/proc/self/fd/{place}"
    return found


def _reaches(path: str, uid: int) -> bool:
    for parent in Path(path).parents:
        facts = parent.stat()
        needed = 0o100 if facts.st_uid == uid else 0o001
        if not facts.st_mode & needed:
            return False
    return True


def import_through(found: dict[str, str]) -> None:
    """Let imports, also those inside packages that are loaded, go through the descriptors."""
    if not found:
        return
    through = _translation(found)
    sys.path[:] = [through(path) for path in sys.path]
    sys.path_importer_cache.clear()
    for module in list(sys.modules.values()):
        facts = vars(module)
        places = facts.get("__path__")
        if type(places) is list:
            places[:] = [through(path) for path in places]
        file = facts.get("__file__")
        if type(file) is str:
            facts["__file__"] = through(file)


def _translation(found: dict[str, str]) -> Callable[[str], str]:
    def through(path: str) -> str:
        for root, place in found.items():
            if path == root or path.startswith(root + "/"):
                return place + path[len(root) :]
        return path

    return through


def descriptors(found: dict[str, str]) -> list[int]:
    """The numbers to keep open."""
    return sorted(int(place.rpartition("/")[2]) for place in found.values())
