"""One child as the judge sees it: ask, and believe nothing but that these bytes came."""

from __future__ import annotations

import contextlib
import secrets
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, NoReturn, Self

from fairmark import wire
from fairmark.replies import (
    MESSAGE_BYTES,
    MISSING,
    CellResult,
    Expected,
    Packed,
    Reply,
    StepDone,
    Unreadable,
    Usage,
    cell_result,
    copy_back,
    failure,
    in_brief,
    well_formed,
)

#: Once its socket has closed, a child is dead within this time; then its exit status tells why.
_PATIENCE = 0.3


class LaunchError(Exception):
    """A server or a child cannot be started, or not as safely as was asked."""


class ChildDied(Exception):
    """A child can answer no more.

    ``reason`` is "time limit", "memory limit", "output limit", "file limit", "process limit",
    "protocol" (it answered out of turn) or "crashed"; found out from outside.
    """

    def __init__(self, reason: str, status: int | None = None) -> None:
        self.reason = reason
        self.status = status
        super().__init__(reason)


class Child:
    """A locked-in process with one submission's cells; made by `Server.child`.

    Every operation takes a ``deadline`` (monotonic seconds; by default the submission's, which
    is ``wall_seconds`` after the child was made) and raises ChildDied: then the child is gone.
    """

    def __init__(
        self,
        sock: socket.socket,
        wall_seconds: float,
        bury: Callable[[float], Usage],
        files: Mapping[str, bytes],
    ) -> None:
        self._sock = sock
        self._bury = bury
        self.deadline = time.monotonic() + wall_seconds
        #: What it used and why it died; None while it lives.
        self.usage: Usage | None = None
        #: What was printed while it last answered.
        self.printed = ""
        #: Raises ValueError for an argument's new content that nobody should work with.
        self.refuse: Callable[[Any], object] = lambda _: None
        problem = self._greeting()
        if problem:
            self.kill()
            raise LaunchError(f"A child could not be locked in: {problem}.")
        if files:
            self._value("write", [dict(files)], None)

    def _greeting(self) -> str:
        """What kept the child from locking itself in; empty if nothing."""
        try:
            return str(wire.decode(wire.receive(self._sock, 20_000, self.deadline)))
        except (wire.Timeout, wire.Closed, wire.WireError) as error:
            return str(error)

    def run_cell(self, source: str, *, deadline: float | None = None) -> CellResult:
        """Run one of the learner's cells."""
        return cell_result(self._value("run_cell", [source], deadline).value)

    def run_test(self, source: str, *, deadline: float | None = None) -> CellResult:
        """Run a test cell in here, where learner code could forge its result."""
        return cell_result(self._value("run_test", [source], deadline).value)

    def get(self, name: str, *, deadline: float | None = None) -> Reply:
        """The learner's ``name``, or MISSING."""
        return self._value("get", [name], deadline)

    def call(
        self,
        target: wire.Handle,
        args: Sequence[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
        *,
        deadline: float | None = None,
    ) -> Reply:
        """Call it. Arguments that it changes in place change here too, if they can.

        If it returns one of its mutable arguments, the value is that very object.
        """
        given = dict(kwargs or {})
        status, value, changed, printed, limited = self._ask(
            "call", [target, list(args), given], deadline
        )
        refused = ""
        for key, packed in changed:
            theirs = self._decode(packed)
            try:
                self.refuse(theirs)
            except ValueError as error:
                refused = str(error)
                continue
            with contextlib.suppress(KeyError, IndexError, TypeError):
                copy_back(given[key] if type(key) is str else args[key], theirs)
        found: Any
        if refused:
            found = Unreadable(refused)
        elif status == "same":
            key = self._decode(value)
            known = type(key) in (str, int)
            try:
                found = (given if type(key) is str else args)[key] if known else None
            except (KeyError, IndexError):
                known = False
            if not known:
                self._die("protocol")
        else:
            found = self._read(status, value)
        return Reply(found, printed, limited)

    def getattr(self, target: wire.Handle, name: str, *, deadline: float | None = None) -> Reply:
        """A public attribute; Raised AttributeError for others and for those not there."""
        return self._value("getattr", [target, name], deadline)

    def setattr(
        self, target: wire.Handle, name: str, value: Any, *, deadline: float | None = None
    ) -> Reply:
        """Set a public attribute."""
        return self._value("setattr", [target, name, value], deadline)

    def item(self, target: wire.Handle, key: Any, *, deadline: float | None = None) -> Reply:
        """``target[key]``."""
        return self._value("item", [target, key], deadline)

    def length(self, target: wire.Handle, *, deadline: float | None = None) -> Reply:
        """``len(target)``."""
        return self._value("length", [target], deadline)

    def items(
        self, target: wire.Handle, most: int = 1_000, *, deadline: float | None = None
    ) -> Reply:
        """The first ``most`` items, as a list."""
        return self._value("items", [target, most], deadline)

    def kept(self, target: wire.Handle, *, deadline: float | None = None) -> Reply:
        """How many values it keeps in its containers, at any depth."""
        return self._value("kept", [target], deadline)

    def perform(
        self, packed: Packed, wanted: Expected | None = None, *, deadline: float | None = None
    ) -> list[StepDone] | None:
        """Make many calls in one round trip, up to the first that fails.

        None if the answer is, byte for byte, the one that is wanted. If it is not, and came in
        brief, it is asked for in full, which must say the same: nobody answers twice.
        """
        brief: bytes | None = None
        plain, expected = packed.plain, wanted and wanted.plain
        if plain is not None and expected is not None:
            status, value, *_ = self._ask("try", plain, deadline)
            if status == "brief" and value == expected:
                return None
            if status == "brief":
                brief, printed = value, self.printed
                status, value, *_ = self._ask("tell", b"", deadline)
                self.printed = printed
        else:
            if plain is not None:
                status, value, *_ = self._ask("perform_plain", plain, deadline)
            else:
                status, value, *_ = self._ask("perform", packed.data, deadline)
            if wanted is not None and status == "value" and value == wanted.data:
                return None
        found = self._read(status, value)
        if type(found) is not list or not 0 < len(found) <= len(packed.steps):
            self._die("protocol")
        done = [self._step_done(one, step) for one, step in zip(found, packed.steps, strict=False)]
        if brief is not None and brief != in_brief(done):
            self._die("protocol")
        if len(done) < len(packed.steps) and done[-1].status == "value" and not done[-1].failure:
            self._die("protocol")
        return done

    def _step_done(self, found: Any, step: Sequence[Any]) -> StepDone:
        parts = self._decode(found) if type(found) is bytes else found
        if type(parts) is not list or len(parts) != 6:
            self._die("protocol")
        status, value, changed, results, raised, kept = parts
        problem = None if raised is None else failure(raised)
        kinds = (type(changed), type(results), type(kept))
        if kinds != (dict, list, int) or len(results) > len(step[3]):
            self._die("protocol")
        complete = status == "value" and (problem is not None or len(results) == len(step[3]))
        if status not in ("value", "raised", "missing") or (status == "value" and not complete):
            self._die("protocol")
        args = list(step[1])
        for position, content in changed.items():
            if type(position) is int and 0 <= position < len(args):
                args[position] = content
        return StepDone(status, value, tuple(args), tuple(results), problem, kept)

    def kill(self) -> Usage:
        """End it and all it has started; what it used. Harmless when it is gone already."""
        return self._end(0.0)

    def _end(self, patience: float) -> Usage:
        """End it. ``patience`` is for how long the server waits for it to die by itself."""
        if self.usage is None:
            self._sock.close()
            self.usage = self._bury(patience)
        return self.usage

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def _value(self, operation: str, arguments: list[Any] | bytes, deadline: float | None) -> Reply:
        status, value, _, printed, limited = self._ask(operation, arguments, deadline)
        return Reply(self._read(status, value), printed, limited)

    def _ask(
        self, operation: str, arguments: list[Any] | bytes, deadline: float | None
    ) -> tuple[str, bytes, list[tuple[Any, bytes]], str, bool]:
        if self.usage is not None:
            raise ChildDied(self.usage.reason or "ended", self.usage.status)
        nonce = secrets.token_bytes(16)
        packed = (
            arguments if isinstance(arguments, bytes) else wire.encode(arguments, MESSAGE_BYTES)
        )
        frame = wire.seal([nonce, operation, packed])
        until = self.deadline if deadline is None else deadline
        try:
            wire.send(self._sock, frame, until)
            reply = wire.unseal(wire.receive(self._sock, 2 * MESSAGE_BYTES, until))
            answer = well_formed(reply, nonce)
        except wire.Timeout:
            self._die("time limit")
        except wire.Closed:
            self._die("", _PATIENCE)
        except wire.WireError:
            self._die("protocol")
        self.printed = answer[3]
        return answer

    def _read(self, status: str, value: bytes) -> Any:
        if status == "missing":
            return MISSING
        try:
            found = wire.decode(value)
        except wire.WireError as error:
            return Unreadable(str(error))
        if status == "value":
            return found
        return failure(found)

    def _decode(self, packed: bytes) -> Any:
        try:
            return wire.decode(packed)
        except wire.WireError:
            self._die("protocol")

    def _die(self, reason: str, patience: float = 0.0) -> NoReturn:
        """End the child. What the server saw counts more than what we saw."""
        usage = self._end(patience)
        seen = usage.reason
        if reason and seen in ("", "crashed"):
            seen = reason
        self.usage = Usage(seen or "crashed", usage.status, usage.peak_bytes, usage.cpu_seconds)
        raise ChildDied(self.usage.reason, usage.status)
