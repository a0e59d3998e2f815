"""Start servers and children, ask children, end them: the judge's side of the wall.

Nothing that a child says is believed here: a reply is decoded within limits and must echo the
request's nonce, and why a child died is found out from outside.
"""

from __future__ import annotations

import atexit
import contextlib
import itertools
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from fairmark import spawn, wire
from fairmark.link import Child, ChildDied, LaunchError
from fairmark.replies import (
    MESSAGE_BYTES,
    MISSING,
    CellResult,
    Expected,
    Missing,
    Packed,
    Raised,
    Reply,
    StepDone,
    Unreadable,
    Usage,
)
from fairmark.untrusted.folders import remove_tree

__all__ = [
    "MISSING",
    "CellResult",
    "Child",
    "ChildDied",
    "Expected",
    "LaunchError",
    "Limits",
    "Missing",
    "Packed",
    "Raised",
    "Reply",
    "Server",
    "StepDone",
    "Unreadable",
    "Usage",
]

_ORDER_BYTES = 1 << 17
#: How long a server may take to start, to fork a child, to bury one.
_START_SECONDS, _ORDER_SECONDS = 60.0, 15.0
WARM = ("numpy", "pandas", "matplotlib", "matplotlib.pyplot", "asyncio")


@dataclass(frozen=True)
class Limits:
    """What one submission may use, all its processes together."""

    wall_seconds: float = 30.0
    cpu_seconds: float = 20.0
    memory_bytes: int = 1 << 30
    processes: int = 64
    file_bytes: int = 64 << 20
    open_files: int = 256
    output_bytes: int = 1 << 20
    rich_outputs: int = 50


class Server:
    """A process that forks children. Use it as a context manager; safe to share by threads."""

    def __init__(
        self,
        rung: str,
        limits: Limits,
        extra_paths: Sequence[Path],
        warm: Sequence[str],
        most_memory: int,
        uid: int | None,
    ) -> None:
        self.rung = rung
        self.limits = limits
        self.extra_paths = tuple(Path(path).resolve() for path in extra_paths)
        self.warm = tuple(warm)
        self.most_memory = most_memory
        self.uid = uid
        self.starts = 0
        self.facts: dict[str, Any] = {}
        self._lock = threading.RLock()
        self._numbers = itertools.count(1)
        self._lent = 0
        self._alive: set[int] = set()
        self._generation = 0
        self._started: spawn.Started | None = None
        self._control: socket.socket | None = None
        self._folder: Path | None = None
        self._memory = 0
        self._first_memory = 0

    @classmethod
    def start(
        cls,
        rung: str | None,
        limits: Limits | None = None,
        extra_paths: Sequence[Path] = (),
        *,
        warm: Sequence[str] = WARM,
        most_memory: int = 512 << 20,
        uid: int | None = None,
    ) -> Server:
        """A running server on ``rung`` ("a", "b", "c", "unsafe"), or on the best one for None.

        ``extra_paths`` are folders that learner code may import from. ``warm`` is imported once.
        The server starts itself anew when it has grown by ``most_memory`` bytes. Root becomes
        ``uid`` first. Raises LaunchError.
        """

        def on(rung: str) -> Server:
            server = cls.begin(
                rung, limits, extra_paths, warm=warm, most_memory=most_memory, uid=uid
            )
            server.finish()
            return server

        if rung is None:
            from fairmark import rungs  # noqa: PLC0415  it starts servers to find out

            return rungs.best(on)
        return on(rung)

    @classmethod
    def begin(
        cls,
        rung: str,
        limits: Limits | None = None,
        extra_paths: Sequence[Path] = (),
        *,
        warm: Sequence[str] = WARM,
        most_memory: int = 512 << 20,
        uid: int | None = None,
    ) -> Server:
        """Start a server's process and do not wait for it: see ``start``, and ``finish``."""
        if rung not in spawn.KNOWN:
            raise LaunchError(f"There is no rung {rung!r}; there are {', '.join(spawn.KNOWN)}.")
        server = cls(rung, limits or Limits(), extra_paths, warm, most_memory, uid)
        server._spawn()
        return server

    def finish(self) -> None:
        """Wait until the server is ready. Raises LaunchError."""
        self._greet()

    def warm_up(self, modules: Iterable[str]) -> None:
        """Import these too, before the next child is forked. Raises LaunchError."""
        more = [name for name in dict.fromkeys(modules) if name not in self.warm]
        self.warm = (*self.warm, *more)
        if more:
            self._order({"order": "warm", "modules": more}, seconds=_START_SECONDS)
            self._first_memory = self._memory

    def lend(self) -> Server:
        """Another way to the same process, for another judge; it closes before this one.

        Where only users keep processes apart (rung c), it is a server of its own, started when it
        is needed. Raises LaunchError.
        """
        other = Server(
            self.rung, self.limits, self.extra_paths, self.warm, self.most_memory, self.uid
        )
        if self.rung in ("a", "b"):
            with self._lock:
                ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
                with theirs:
                    self._order({"order": "share"}, theirs.fileno())
                self._lent += 1
                other._numbers = itertools.count(self._lent << 32)
            other._control = ours
            other._memory = other._first_memory = self._first_memory
            other.facts = self.facts
        return other

    def child(self, files: Mapping[str, bytes] | None = None, first: str = "") -> Child:
        """A new child, locked in, with ``files`` in its working folder.

        ``first`` is a few lines of ours that it runs before it is locked in. Raises LaunchError.
        """
        with self._lock:
            grown = self._memory - self._first_memory
            if grown > self.most_memory and not self._alive:
                self._shut()
            for attempt in (1, 2):
                dead = self._started is not None and self._started.process.poll() is not None
                if dead or self._control is None:
                    self._shut()
                    self._open()
                number = next(self._numbers)
                ours, theirs = socket.socketpair()
                try:
                    order = {
                        "order": "fork",
                        "child": number,
                        "limits": asdict(self.limits),
                        "first": first,
                    }
                    answer = self._order(order, theirs.fileno())
                except LaunchError:
                    ours.close()
                    if attempt == 2:
                        raise
                    self._shut()
                    continue
                finally:
                    theirs.close()
                if "problem" in answer:
                    ours.close()
                    raise LaunchError(f"No child could be started: {answer['problem']}.")
                self._alive.add(number)
                break
            generation = self._generation
        return Child(
            ours,
            self.limits.wall_seconds,
            lambda patience: self._bury(number, generation, patience),
            files or {},
        )

    def close(self) -> None:
        """End the server and all its children."""
        with self._lock:
            self._shut()
        atexit.unregister(self.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _open(self) -> None:
        self._spawn()
        self._greet()

    def _spawn(self) -> None:
        _sweep()
        self._folder = Path(tempfile.mkdtemp(prefix=f"fairmark-{os.getpid()}-"))
        atexit.register(self.close)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control = ours
        self._generation += 1
        self.starts += 1
        with theirs, self._in_plain_words():
            self._started = spawn.start(
                self.rung, theirs.fileno(), self._folder, self.extra_paths, self.uid
            )
            settings = {
                **self._started.settings,
                "warm": list(self.warm),
                "message_bytes": MESSAGE_BYTES,
            }
            self._tell(settings)

    def _greet(self) -> None:
        with self._in_plain_words():
            if self._started is None:
                raise LaunchError("it has not been started")
            self.facts = self._answer(_START_SECONDS)
            if self.facts.get("prefix") != sys.prefix:
                raise LaunchError(
                    f"The server runs in {self.facts.get('prefix')!r}, not in {sys.prefix!r}."
                )
        self._first_memory = self._memory

    @contextlib.contextmanager
    def _in_plain_words(self) -> Iterator[None]:
        """What goes wrong while it is being started ends it, and is a LaunchError."""
        try:
            yield
        except (LaunchError, OSError, ImportError, RuntimeError) as error:
            said = self._said()
            self._shut()
            text = f"No server could be started on rung {self.rung}: {error}{said}"
            raise LaunchError(text) from error

    def _said(self) -> str:
        """The last line that the server's process wrote."""
        try:
            lines = Path(self._folder or "", "log").read_text("utf-8", "replace").split("\n")
        except (OSError, TypeError):
            return ""
        last = [line for line in lines if line.strip()][-1:]
        return f" ({last[0][:300]})" if last else ""

    def _shut(self) -> None:
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._started is not None:
            # It ends by itself, with its children, once the socket is closed.
            try:
                self._started.process.wait(5)
            except subprocess.TimeoutExpired:
                self._started.process.kill()
                self._started.process.wait()
            self._started.clear()
            self._started = None
        self._alive.clear()
        if self._folder is not None:
            remove_tree(str(self._folder))
            self._folder = None

    def _order(
        self, order: dict[str, Any], descriptor: int = -1, seconds: float = _ORDER_SECONDS
    ) -> dict[str, Any]:
        self._tell(order, descriptor)
        return self._answer(seconds)

    def _tell(self, order: dict[str, Any], descriptor: int = -1) -> None:
        if self._control is None:
            raise LaunchError("The server is closed.")
        self._control.settimeout(_ORDER_SECONDS)
        descriptors = [] if descriptor < 0 else [descriptor]
        try:
            socket.send_fds(self._control, [wire.encode(order, _ORDER_BYTES)], descriptors)
        except OSError as error:
            raise LaunchError(f"The server does not answer ({error}).") from error

    def _answer(self, seconds: float) -> dict[str, Any]:
        if self._control is None:
            raise LaunchError("The server is closed.")
        self._control.settimeout(seconds)
        try:
            data = self._control.recv(_ORDER_BYTES)
            if not data:
                raise LaunchError("The server has died.")
            answer = wire.decode(data)
        except (OSError, wire.WireError) as error:
            raise LaunchError(f"The server does not answer ({error}).") from error
        if type(answer) is not dict:
            raise LaunchError("The server does not answer.")
        self._memory = int(answer.get("memory", 0))
        return answer

    def _bury(self, number: int, generation: int, patience: float) -> Usage:
        with self._lock:
            if generation != self._generation or number not in self._alive:
                return Usage("crashed")
            self._alive.discard(number)
            try:
                answer = self._order({"order": "bury", "child": number, "patience": patience})
            except LaunchError:
                self._shut()
                return Usage("crashed")
        return Usage(
            str(answer.get("reason", "")),
            answer.get("status"),
            int(answer.get("peak", 0)),
            float(answer.get("seconds", 0.0)),
        )


def _sweep() -> None:
    """Remove what judges that were killed have left."""
    for folder in Path(tempfile.gettempdir()).glob("fairmark-*-*"):
        found = re.match(r"fairmark-(\d+)-", folder.name)
        if found and not Path("/proc", found[1]).exists():
            remove_tree(str(folder))
