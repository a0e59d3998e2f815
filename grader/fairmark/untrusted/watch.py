"""What a submission uses, over all its processes, seen from outside."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from fairmark.untrusted.folders import folder_size

_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICKS = os.sysconf("SC_CLK_TCK")
#: The signals by which the kernel enforces a limit.
_BY_SIGNAL = {signal.SIGXCPU: "time limit", signal.SIGXFSZ: "output limit"}


@dataclass
class Ground:
    """What was laid out for one child before it was forked."""

    number: int
    folder: str = ""


@dataclass
class Watched:
    """One child: the process that keeps it, its limits, and why it was ended."""

    pid: int
    ground: Ground
    limits: dict[str, Any]
    reason: str = ""
    status: int | None = None
    peak: int = 0
    seconds: float = 0.0
    reaped: bool = False
    _files_at: float = field(default_factory=time.monotonic)

    def look(self) -> None:
        """Measure; set ``reason`` if a limit is passed or the child has died by itself."""
        if self.reaped:
            return
        if self.reap(os.WNOHANG):
            self.reason = self.reason or self._why_died()
            return
        # The keeper is ours, but what it has collected was the child's.
        pids = [pid for pid in family(self.pid) if pid != self.pid]
        memory, seconds = 0, _usage(self.pid)[1]
        for pid in pids:
            usage = _usage(pid)
            memory += usage[0]
            seconds += usage[1]
        if memory > self.limits["memory_bytes"]:
            # Resident pages shared with the server or among them are counted once here.
            memory = sum(_proportional(pid) for pid in pids)
        self.peak = max(self.peak, memory)
        self.seconds = max(self.seconds, seconds)
        self.reason = self._passed(len(pids))

    def _passed(self, processes: int) -> str:
        if self.peak > self.limits["memory_bytes"]:
            return "memory limit"
        if self.seconds > self.limits["cpu_seconds"]:
            return "time limit"
        if processes > 2 * self.limits["processes"] + 8:
            return "process limit"
        if self.ground.folder and time.monotonic() > self._files_at:
            size, took = folder_size(self.ground.folder, self.limits["file_bytes"])
            self._files_at = time.monotonic() + 4 * took
            if size > self.limits["file_bytes"]:
                return "file limit"
        return ""

    def look_back(self, patience: float) -> None:
        """Look once more at a child whose socket has closed: did it die, and of what."""
        stop = time.monotonic() + patience
        while not self.reaped and not self.reap(os.WNOHANG) and time.monotonic() < stop:
            time.sleep(0.002)
        if self.reaped and not self.reason:
            self.reason = self._why_died()

    def reap(self, flags: int = 0) -> bool:
        """Collect the keeper's exit status; False if it lives (with WNOHANG)."""
        if self.reaped:
            return True
        pid, status, usage = os.wait4(self.pid, flags)
        if pid:
            self.reaped = True
            self.status = os.waitstatus_to_exitcode(status)
            self.seconds = max(self.seconds, usage.ru_utime + usage.ru_stime)
        return self.reaped

    def _why_died(self) -> str:
        if self.status is not None and self.status > 128:
            return _BY_SIGNAL.get(signal.Signals(self.status - 128), "crashed")
        return "crashed"

    def report(self) -> dict[str, Any]:
        """What the judge is told."""
        return {
            "reason": self.reason,
            "status": self.status,
            "peak": self.peak,
            "seconds": self.seconds,
        }


def family(pid: int) -> Iterator[int]:
    """``pid`` and all its descendants that live; those without a parent came to the keeper."""
    waiting = [pid]
    while waiting:
        pid = waiting.pop()
        yield pid
        with contextlib.suppress(OSError):
            for task in os.listdir(f"/proc/{pid}/task"):  # noqa: PTH208
                waiting += map(int, read(f"/proc/{pid}/task/{task}/children").split())


def read(path: str) -> bytes:
    """What one of the kernel's files says, by the bare calls; nothing if it cannot be read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return b""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""
    finally:
        os.close(descriptor)


def _usage(pid: int) -> tuple[int, float]:
    """Resident bytes, and processor seconds including those of children it has collected."""
    # The command, in parentheses, may hold anything; the fields start after it.
    fields = read(f"/proc/{pid}/stat").rpartition(b")")[2].split()
    if len(fields) < 22:
        return 0, 0.0
    return int(fields[21]) * _PAGE, sum(map(int, fields[11:15])) / _TICKS


def _proportional(pid: int) -> int:
    """Bytes of memory, shared pages divided among those who share them."""
    for line in read(f"/proc/{pid}/smaps_rollup").splitlines():
        if line.startswith(b"Pss:"):
            return int(line.split()[1]) * 1024
    return _usage(pid)[0]


def own_memory() -> int:
    """The resident bytes of the process that asks."""
    return int(read("/proc/self/statm").split()[1]) * _PAGE


def user_processes(uid: int) -> int:
    """How many threads the user ``uid`` has on this machine, as far as they can be seen."""
    count = 0
    for entry in os.scandir("/proc"):
        with contextlib.suppress(OSError):
            if entry.name.isdigit() and entry.stat().st_uid == uid:
                fields = read(f"{entry.path}/stat").rpartition(b")")[2].split()
                count += int(fields[17]) if len(fields) > 17 else 0
    return count
