"""A submission's process, made again after it has died, and its objects as the judge sees them."""

from __future__ import annotations

import signal
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

from fairmark import launch, wire
from fairmark.judge.raised import exception
from sendwell.checks.elsewhere import (
    Elsewhere,
    Outcome,
    Performed,
    Performer,
    Script,
    Step,
    Stopped,
)
from sendwell.checks.learner import NotWritten
from sendwell.checks.report import Verdict
from sendwell.checks.values import is_record, record_fields

_VERDICTS = {
    "time limit": Verdict.TIME_LIMIT,
    "memory limit": Verdict.MEMORY_LIMIT,
    "output limit": Verdict.OUTPUT_LIMIT,
    "file limit": Verdict.OUTPUT_LIMIT,
}
_SENTENCES = {
    Verdict.TIME_LIMIT: "Stopped: it took too long. Look for a loop that never ends.",
    Verdict.MEMORY_LIMIT: "Stopped: it used too much memory. Look for a list that only grows.",
    Verdict.OUTPUT_LIMIT: "Stopped: it wrote too much.",
    Verdict.CRASHED: "The program ended before it answered: does it end Python, or recurse deeply?",
}
#: What a few bytes can say and no test can go through: such a range, such a number.
_MOST_STEPS = 1_000_000
_MOST_DIGITS = 10_000
_ATOMS = frozenset({type(None), bool, int, float, str, bytes})
#: Python refuses to write out longer numbers.
_MOST_BITS = 14_000
#: A submission whose process dies more often than this is not started again.
_MOST_STARTS = 20
#: How a process ends that was killed, not by us: by itself, by the machine, by its administrator.
_KILLED = (None, -signal.SIGKILL, 128 + signal.SIGKILL)
_MOST_PRINTED = 10_000
#: Counting what an object keeps ends here; a larger number is a lie, and slow to write out.
_MOST_KEPT = 100_000


class Session(Performer, Mapping[str, Any]):
    """What a submission has defined, by name: plain values, and Remotes for everything else.

    The process behind it is started when it is needed, and again after it has died: the cells
    that ran to their end run again, the one that killed it does not. ``seconds`` is for the
    whole submission, ``call_seconds`` for one cell or call. ``files`` lie in its folder, and
    ``first`` is run before all cells, with names of its own. ``killed`` says that it has died in a
    way that may be nobody's fault: once is no evidence.
    """

    def __init__(
        self,
        server: launch.Server,
        seconds: float,
        call_seconds: float,
        files: Mapping[str, bytes] | None = None,
        first: str = "",
    ) -> None:
        self._server = server
        self._files = files or {}
        self._first = first
        self._until = time.monotonic() + seconds
        self._call_seconds = call_seconds
        self._cells: list[str] = []
        self._asked: dict[str, Remote] = {}
        self._child: launch.Child | None = None
        self._starts = 0
        self.killed = False
        #: What learner code has printed when it was asked: for instructors only.
        self.printed = ""

    def seconds_left(self) -> float:
        """Of the whole submission's; 0 if there are none."""
        return max(0.0, self._until - time.monotonic())

    def close(self) -> None:
        """End the process."""
        self._asked.clear()
        if self._child is not None:
            self._child.kill()
            self._child = None

    def run_cell(self, source: str) -> launch.CellResult:
        """Run one of the submission's cells; raises Stopped if the process dies of it."""
        self._asked.clear()
        result = self.ask("run_cell", source)
        self._cells.append(source)
        return result  # type: ignore[no-any-return]

    def ask(self, operation: str, *arguments: Any) -> Any:
        """One operation of the process; raises Stopped if it dies of it."""
        child = self._living()
        deadline = min(self._until, time.monotonic() + self._call_seconds)
        finished = False
        try:
            answer = getattr(child, operation)(*arguments, deadline=deadline)
            finished = True
            if child.printed:
                self.printed = (self.printed + child.printed)[:_MOST_PRINTED]
        except launch.ChildDied as death:
            self.killed |= death.reason == "crashed" and death.status in _KILLED
            verdict = _VERDICTS.get(death.reason, Verdict.CRASHED)
            raise Stopped(verdict, _SENTENCES[verdict]) from None
        finally:
            if not finished:  # also when our own time limit strikes in the middle of an answer
                self.close()
        return answer

    def _living(self) -> launch.Child:
        if time.monotonic() >= self._until:
            self.close()
            raise Stopped(Verdict.TIME_LIMIT, _SENTENCES[Verdict.TIME_LIMIT])
        if self._child is None:
            if self._starts == _MOST_STARTS:
                raise Stopped(Verdict.CRASHED, _SENTENCES[Verdict.CRASHED])
            self._starts += 1
            self._child = self._server.child(self._files, self._first)
            self._child.refuse = self.lift
            for source in self._cells:
                self.ask("run_cell", source)
        return self._child

    def lift(self, value: Any) -> Any:
        """A value as it came, handles in it made usable; what the learner raised is raised."""
        if isinstance(value, launch.Raised):
            raise exception(value)
        if isinstance(value, launch.Unreadable):
            raise ValueError(f"the answer cannot be read: {value.reason}")  # noqa: TRY004
        try:
            return self._usable(value)
        except RecursionError:
            raise ValueError("the answer cannot be read: it is nested too deep") from None

    def _usable(self, value: Any) -> Any:
        kind = type(value)
        if kind is wire.Handle:
            return Remote(self, self._living(), value)
        if kind in (list, tuple, set, frozenset):
            if _harmless(value):
                return value
            return kind(self._usable(item) for item in value)
        if kind is range and value[_MOST_STEPS:]:
            raise ValueError("the answer is a range of too many steps")
        if kind is int and value.bit_length() > _MOST_BITS:
            raise ValueError("the answer is a number of too many digits")
        if kind is Decimal and value.is_finite() and abs(value.adjusted()) > _MOST_DIGITS:
            raise ValueError("the answer is a Decimal with too many digits")
        if kind is dict:
            return {self._usable(key): self._usable(item) for key, item in value.items()}
        if kind in wire.MAPPINGS:
            items = self._usable(dict(value))
            counts = (n for n in items.values() if type(n) is int and n > 0)
            # A Counter could be asked for each of what it counts; as a dict it cannot.
            return (
                items if kind is Counter and sum(counts) > _MOST_STEPS else wire.fill(value, items)
            )
        if is_record(kind):
            return replace(value, **{n: self._usable(item) for n, item in record_fields(value)})
        return value

    def __getitem__(self, name: str) -> Any:
        # A function stays the same while it is tested; asking once saves half the round trips.
        if known := self._asked.get(name):
            return known
        found = self.ask("get", name).value
        if found is launch.MISSING:
            raise KeyError(name)
        try:
            value = self.lift(found)
        except ValueError as error:
            raise NotWritten(f"{name} cannot be read: {error}.") from error
        if type(value) is Remote:
            self._asked[name] = value
        return value

    def get_ready(self) -> None:
        """Start the process again if it has died: that takes as long as its cells."""
        self._living()

    def perform_elsewhere(self, script: Script) -> Iterable[Performed] | None:
        """Make the steps in one round trip, up to the first that raises; None if all is right."""
        packed, wanted = _asked(script)
        found = self.ask("perform", packed, wanted)
        return None if found is None else map(self._performed, script.steps, found)

    def _performed(self, step: Step, done: launch.StepDone) -> Performed:
        failure: BaseException | None = self._failure(done.failure)
        if done.status == "missing":
            missing = f"{step.name} is not defined: run the cell in which you write it."
            raise NotWritten(missing)
        if done.status == "raised":
            return Performed(Outcome(error=failure or ValueError("no answer")))
        results = done.results
        if not _harmless(results):
            results, unread = self._each(results)
            failure = unread or failure
        made = self._outcome(done.value)
        kept = min(max(done.kept, 0), _MOST_KEPT)
        return Performed(made, results, failure, done.args, kept)

    def _each(self, values: Sequence[Any]) -> tuple[tuple[Any, ...], ValueError | None]:
        """The values made usable, up to the first that cannot be."""
        usable: list[Any] = []
        for value in values:
            try:
                usable.append(self.lift(value))
            except ValueError as error:
                return tuple(usable), error
        return tuple(usable), None

    def _outcome(self, value: Any) -> Outcome:
        try:
            return Outcome(self.lift(value))
        except ValueError as error:
            return Outcome(error=error)

    def _failure(self, failure: launch.Raised | launch.Unreadable | None) -> Exception | None:
        if isinstance(failure, launch.Unreadable):
            return ValueError(f"the answer cannot be read: {failure.reason}")
        return None if failure is None else exception(failure)

    def __iter__(self) -> Iterator[str]:
        raise TypeError("the names of a submission are asked for one by one")

    def __len__(self) -> int:
        raise TypeError("the names of a submission are asked for one by one")


_Asked: TypeAlias = tuple[launch.Packed, launch.Expected | None]


def _asked(script: Script) -> _Asked:
    """The steps as they go over, and the answer that is wanted as it would come back."""
    known = _ASKED.get(script)
    if known is not None:
        return known
    steps = [
        [s.name, [*map(lower, s.args)], s.kwargs, s.calls, s.measure, s.turns] for s in script.steps
    ]
    wanted = None
    if script.wanted and not any(step.measure for step in script.steps):
        wanted = launch.Expected(
            [
                (None, value) if step.calls else (value, [])
                for step, value in zip(script.steps, script.wanted, strict=True)
            ]
        )
    asked = launch.Packed(steps), wanted
    if not any(map(_holds_remote, script.steps)):
        _ASKED[script] = asked
    return asked


_ASKED: WeakKeyDictionary[Script, tuple[launch.Packed, launch.Expected | None]] = (
    WeakKeyDictionary()
)


def _holds_remote(step: Step) -> bool:
    given = (*step.args, *step.kwargs.values())
    return any(lower(one) is not one for one in given)


def _harmless(values: Collection[Any]) -> bool:
    """Whether these are plain values that need no second look."""
    if not _ATOMS.issuperset(map(type, values)):
        return False
    longest = max(map(int.bit_length, (v for v in values if type(v) is int)), default=0)
    return longest <= _MOST_BITS


class Remote(Elsewhere):
    """An object of the learner's. It can be called and asked; it equals nothing but itself."""

    def __init__(self, session: Session, child: launch.Child, handle: wire.Handle) -> None:
        self._session = session
        self._child = child
        self._handle = handle

    def _ask(self, operation: str, *arguments: Any) -> Any:
        session = self._session
        if session._living() is not self._child:  # noqa: SLF001  (they belong together)
            raise Stopped(Verdict.CRASHED, _SENTENCES[Verdict.CRASHED])
        reply = session.ask(operation, self._handle, *map(lower, arguments))
        return session.lift(reply.value)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it there; arguments that it changes in place change here too."""
        return self._ask("call", list(args), kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._ask("getattr", name)

    def __getitem__(self, key: Any) -> Any:
        return self._ask("item", key)

    def __len__(self) -> int:
        return whole(self._ask("length"))

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Any]:
        items = self._ask("items", 10_000)
        return iter(items if type(items) is list else [])

    def __repr__(self) -> str:
        return f"<{self._handle.kind_name} object>"

    def kept_elsewhere(self) -> int:
        """How many values it keeps; it could lie, as it could about what it remembers."""
        return whole(self._ask("kept"))


def lower(value: Any) -> Any:
    """A value as it goes over: Remotes as handles. Without Remotes it is the value itself."""
    kind = type(value)
    if kind is Remote:
        return value._handle  # noqa: SLF001  (they belong together)
    if kind in (list, tuple) and any(type(item) is Remote for item in value):
        return kind(lower(item) for item in value)
    if kind is dict and any(type(item) is Remote for item in value.values()):
        return {key: lower(item) for key, item in value.items()}
    return value


def whole(value: Any) -> int:
    """``value`` if it is a whole number; TypeError otherwise."""
    if type(value) is not int:
        raise TypeError("the answer is no whole number")
    return value
