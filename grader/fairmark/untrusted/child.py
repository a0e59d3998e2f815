"""One submission's process: it runs the cells, then answers the judge, one request at a time.

A request is ``[nonce, operation, arguments]``, the arguments packed by themselves; a reply is
``[nonce, status, value, changed, printed, limited]``. Nothing in here protects a verdict: learner
code can read and change all of it, and could at most answer what it could have computed.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
import contextlib
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from fairmark import wire, wire_plain
from fairmark.untrusted import objects, shell
from fairmark.untrusted.perform import StepResult, in_brief, in_full, perform

#: What a learner's handlers may be for. Few, and by the bare call: the mask is set twice a call.
_SIGNALS = tuple(
    int(one)
    for one in (
        signal.SIGALRM,
        signal.SIGVTALRM,
        signal.SIGPROF,
        signal.SIGINT,
        signal.SIGTERM,
        signal.SIGHUP,
        signal.SIGUSR1,
        signal.SIGUSR2,
        signal.SIGCHLD,
    )
)


class Missing(Exception):
    """The learner has not defined this name."""


class Child:
    """Answers requests on ``sock`` until the judge closes it."""

    def __init__(self, sock: socket.socket, ip: shell.Shell, limit: int) -> None:
        self.sock = sock
        self.ip = ip
        self.limit = limit
        self.objects = objects.Objects()
        self.operations: dict[str, Callable[..., Any]] = {
            "run_cell": self.run_cell,
            "run_test": self.run_test,
            "get": self.get,
            "write": write_files,
            "getattr": objects.attribute,
            "setattr": self.set_attribute,
            "item": lambda thing, key: thing[key],
            "length": len,
            "items": objects.items,
            "kept": objects.kept,
            "perform": lambda steps: in_full(self.perform(steps), self.pack),
        }
        #: Those whose arguments are steps in plain bytes, see wire_plain.
        self.quick: dict[str, Callable[[bytes], list[Any]]] = {
            "try": self.try_steps,
            "tell": lambda _: self.tell(),
            "perform_plain": lambda packed: self.tell(wire_plain.unpack(packed)),
        }
        self.done: list[StepResult] = []

    def serve(self) -> None:
        """Answer until the judge has gone. Signals of the learner's wait for learner code."""
        block, unblock = int(signal.SIG_BLOCK), int(signal.SIG_UNBLOCK)
        mask = _signal.pthread_sigmask
        receive, send, unpack, pack = wire.receive, wire.send, wire.unseal, wire.seal
        mask(block, _SIGNALS)
        while True:
            try:
                nonce, operation, arguments = unpack(receive(self.sock, self.limit))
            except (wire.Closed, wire.WireError):
                return
            self.ip.outputs.start()
            try:
                mask(unblock, _SIGNALS)
                reply = self.answer(operation, arguments)
            except BaseException as error:
                reply = ["unreadable", self.pack(_problem(error)), []]
            finally:
                mask(block, _SIGNALS)
            printed, limited = self.ip.outputs.take_text()
            send(self.sock, pack([nonce, *reply, printed, limited]))

    def answer(self, operation: str, arguments: bytes) -> list[Any]:
        """``[status, value, changed]`` for one request."""
        if quick := self.quick.get(operation):
            return quick(arguments)
        given = wire.decode(arguments, self.objects.resolve)
        if operation == "call":
            return self.call(*given)
        try:
            value = self.operations[operation](*given)
        except Missing:
            return ["missing", b"", []]
        except BaseException as error:
            return ["raised", self.pack(objects.record_error(error)), []]
        return ["value", self.pack(value), []]

    def pack(self, value: Any) -> bytes:
        """``value`` as bytes; what is no plain data becomes a handle."""
        return wire.encode(value, self.limit, self.objects.handle)

    def perform(self, steps: list[list[Any]]) -> list[StepResult]:
        """Make the steps, see there; what they gave is kept until the next ones."""
        self.done = perform(self.ip.user_ns, self.pack, self.objects.handle, steps)
        return self.done

    def try_steps(self, packed: bytes) -> list[Any]:
        """Make steps; all that they gave in plain bytes, or in full if that cannot be."""
        brief = in_brief(self.perform(wire_plain.unpack(packed)))
        return self.tell() if brief is None else ["brief", brief, []]

    def tell(self, steps: list[list[Any]] | None = None) -> list[Any]:
        """In full what ``steps`` give, or what the last ones gave."""
        if steps is not None:
            self.perform(steps)
        return ["value", self.pack(in_full(self.done, self.pack)), []]

    def run_cell(self, source: str) -> dict[str, Any]:
        """Run one of the learner's cells. Nothing is checked then, so nothing is withheld."""
        with nothing_withheld():
            return self._run(source)

    def run_test(self, source: str) -> dict[str, Any]:
        """Run a test cell where learner code could forge its result."""
        return self._run(source)

    def _run(self, source: str) -> dict[str, Any]:
        result = shell.run_cell(self.ip, source)
        problem = result.pop("problem")
        result["error"] = None if problem is None else objects.record_error(problem)
        return result

    def get(self, name: str) -> Any:
        """The learner's ``name``; raises Missing."""
        if name not in self.ip.user_ns:
            raise Missing
        return self.ip.user_ns[name]

    def set_attribute(self, thing: Any, name: str, value: Any) -> None:
        """Set a public attribute."""
        if name.startswith("_"):
            raise AttributeError(name)
        setattr(thing, name, value)

    def call(self, target: Any, args: list[Any], kwargs: dict[str, Any]) -> list[Any]:
        """The result, and the new content of each argument that the call has changed."""
        given: list[tuple[int | str, Any]] = [*enumerate(args), *kwargs.items()]
        before = [(key, arg, self.pack(arg)) for key, arg in given if objects.holds_changes(arg)]
        try:
            result = target(*args, **kwargs)
            same = [key for key, arg, _ in before if arg is result]
            reply = ["same", self.pack(same[0])] if same else ["value", self.pack(result)]
        except wire.WireError as error:
            reply = ["unreadable", self.pack(str(error))]
        except BaseException as error:
            reply = ["raised", self.pack(objects.record_error(error))]
        changed = []
        for key, arg, packed in before:
            try:
                after = self.pack(arg)
            except wire.WireError:
                continue
            if after != packed:
                changed.append([key, after])
        return [*reply, changed]


@contextlib.contextmanager
def nothing_withheld() -> Iterator[None]:
    """Let the course's own answers work meanwhile: cells of the release show some of them."""
    module = sys.modules.get("sendwell.checks.answers")
    exercises = getattr(module, "_being_checked", [])
    kept = [*exercises]
    exercises.clear()
    try:
        yield
    finally:
        exercises[:] = kept


def write_files(files: dict[str, bytes]) -> None:
    """Put the learner's helper files into the working folder."""
    for name, data in files.items():
        path = Path(name)
        if path.is_absolute() or ".." in path.parts:
            raise ValueError(f"{name!r} is not inside the working folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _problem(error: BaseException) -> str:
    if isinstance(error, wire.WireError):
        return f"the value cannot cross: {shell.safe_text(error)}"
    return f"no answer: {type(error).__name__}"
