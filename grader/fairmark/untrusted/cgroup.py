"""Control groups: the kernel's own wall around a server and its children, where root can make one.

The judge's side makes the group (`make`), puts the server in before it starts and takes it away.
Children are born into it. Moving each child to a group of its own was tried: a move waits for
every processor to pass a quiet state, which took 7 ms of a child's 20. So the server widens the
wall for each child that lives, and `watch` finds out which of them has grown too large.
Version 1 (one tree a controller) and version 2.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fairmark.untrusted import namespaces, watch

_ROOT = Path("/sys/fs/cgroup")
#: Where a server that is enclosed finds its groups.
INSIDE = "/run/fairmark"
#: Files of version 1 and 2: limit on memory, use of it, and where kills are counted.
_FILES = {
    1: ("memory.limit_in_bytes", "memory.usage_in_bytes", "memory.oom_control"),
    2: ("memory.max", "memory.current", "memory.events"),
}
#: What the server may still grow by, and the processes that are its own.
_SLACK_BYTES, _OWN_PROCESSES = 256 << 20, 16


def make(name: str, uid: int) -> dict[str, str]:
    """A group whose limits ``uid`` may set: its folders by controller; empty if there is none."""
    made: dict[str, str] = {}
    wanted: dict[str, tuple[Path, tuple[str, ...]]]
    _sweep()
    try:
        if (_ROOT / "cgroup.controllers").is_file():
            known = (_ROOT / "cgroup.subtree_control").read_text(encoding="ascii").split()
            if not {"memory", "pids"} <= set(known):
                return {}
            wanted = {"unified": (_ROOT / name, ("memory.max", "pids.max"))}
        else:
            wanted = {
                "memory": (_ROOT / "memory" / name, ("memory.limit_in_bytes",)),
                "pids": (_ROOT / "pids" / name, ("pids.max",)),
            }
        for controller, (folder, files) in wanted.items():
            folder.mkdir()
            made[controller] = str(folder)
            for file in files:
                os.chown(folder / file, uid, uid)
    except OSError:
        remove(made)
        return {}
    return made


def enter(made: dict[str, str], pid: int) -> None:
    """Put a process into the group, and so all that it will start. Raises OSError."""
    for folder in made.values():
        Path(folder, "cgroup.procs").write_text(str(pid), encoding="ascii")


def remove(made: dict[str, str]) -> None:
    """Take away what `make` made."""
    for folder in made.values():
        for _ in range(50):
            with contextlib.suppress(OSError):
                Path(folder).rmdir()
            if not Path(folder).exists():
                break
            time.sleep(0.01)  # the last processes are still leaving


def _sweep() -> None:
    """Remove what judges that were killed have left: groups are called fairmark-PID-..."""
    for pattern in ("fairmark-*-*", "*/fairmark-*-*"):
        for folder in _ROOT.glob(pattern):
            if not Path("/proc", folder.name.split("-")[1]).exists():
                with contextlib.suppress(OSError):
                    folder.rmdir()


class Group:
    """The group as the server inside it sees it."""

    def __init__(self, folders: dict[str, str]) -> None:
        version = 2 if "unified" in folders else 1
        self._memory = folders.get("memory") or folders["unified"]
        self._pids = folders.get("pids") or folders["unified"]
        self._limit, use, self._kills = _FILES[version]
        self._own = int(watch.read(f"{self._memory}/{use}") or 0) + _SLACK_BYTES

    def allow(self, children: Iterable[dict[str, Any]]) -> None:
        """Set the wall to what the server and children of these limits may use together."""
        limits = list(children)
        memory = sum(one["memory_bytes"] + one["file_bytes"] for one in limits)
        processes = sum(one["processes"] + 2 for one in limits)
        # What has died may still be leaving: then the old, wider wall stands until the next time.
        with contextlib.suppress(OSError):
            namespaces.write(f"{self._memory}/{self._limit}", str(self._own + memory))
        with contextlib.suppress(OSError):
            namespaces.write(f"{self._pids}/pids.max", str(_OWN_PROCESSES + processes))

    def kills(self) -> int:
        """How often the kernel has killed here for want of memory."""
        words = watch.read(f"{self._memory}/{self._kills}").split()
        return int(words[words.index(b"oom_kill") + 1]) if b"oom_kill" in words else 0
