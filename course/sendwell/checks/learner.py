"""The learner's names as a check sees them: every call is remembered, nothing is trusted."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from sendwell.checks.elsewhere import (
    Elsewhere,
    Outcome,
    Performed,
    Performer,
    Script,
    Step,
    Stopped,
)
from sendwell.checks.expect import Mismatch, expect
from sendwell.checks.timelimit import TimeLimitExceeded
from sendwell.checks.values import Opaque, is_plain, plain, same, show
from sendwell.checks.words import LearnerError, NotWritten, call_text, describe

__all__ = ["Call", "Done", "Handle", "Learner", "LearnerError", "NotWritten", "describe"]


@dataclass(frozen=True)
class Call:
    """One call of learner code, as text: ``s.allow(2_000)`` gave ``True``."""

    call: str
    outcome: str


@dataclass(frozen=True)
class Done:
    """What a step gave: the ``value`` of the first call, then ``results`` of the methods' calls.

    ``args`` are the positional arguments as the call left them, ``kept`` what was measured.
    """

    value: Any
    results: list[Any]
    args: tuple[Any, ...]
    kept: int


class Learner:
    """What a learner has defined. ``learner.allowed`` is their function, watched.

    Reading a name that is not there raises NotWritten.
    """

    def __init__(self, names: Mapping[str, Any]) -> None:
        self._names = names
        self._made: dict[str, int] = {}
        self._handed_out: tuple[str, Any] = ("", None)
        self._calls: list[Call] = []
        self._unwritten: tuple[Step, list[str], Any, list[Any]] | None = None

    @property
    def calls(self) -> list[Call]:
        """The calls that a failure shows, the last one last."""
        if self._unwritten is not None:
            step, names, made, results = self._unwritten
            self.forget()
            call = call_text(step.name, step.args, step.kwargs)
            self._calls += [Call(f"{name} = {call}", "") for name in names]
            if not names:
                self._calls.append(Call(call, show(made)))
            for turn, (method, *given), result in zip(
                step.whose, step.calls, results, strict=False
            ):
                call = call_text(f"{names[turn]}.{method}", given, {})
                self._calls.append(Call(call, show(result)))
        return self._calls

    def forget(self) -> None:
        """Show no call that was made so far: for calls with what learners must not see."""
        self._calls.clear()
        self._unwritten = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        try:
            value = self._names[name]
        except KeyError:
            missing = f"{name} is not defined: run the cell in which you write it."
            raise NotWritten(missing) from None
        if not is_plain(plain(value)):
            return Handle(self, name, value)
        return self._hand_out(name, value)

    def misused(self, error: Exception) -> str:
        """What to tell the learner if a check stumbled over a plain value where code belongs.

        ``allowed = 3`` in the notebook, and ``learner.allowed(...)`` is a TypeError in the check;
        a class that is a function without a return, and calling a method is an AttributeError.
        The empty string if ``error`` is anything else: the check's own fault.
        """
        name, value = self._handed_out
        if not name:
            return ""
        if isinstance(error, TypeError):
            if str(error) != f"'{type(value).__name__}' object is not callable":
                return ""
            return f"{name} is {show(value)}, not a function."
        if isinstance(error, AttributeError) and error.obj is value:
            return f"{name} gave {show(value)}, which has no {error.name}: is it a class?"
        return ""

    def _hand_out(self, name: str, value: Any) -> Any:
        self._handed_out = (name, plain(value))
        return self._handed_out[1]

    def perform(self, steps: Script | Sequence[Step]) -> Iterator[Done]:
        """Make many calls: one after the other here, in one round trip where they are elsewhere.

        Only the calls of the current step are remembered, so that a failure shows no others.
        """
        script = steps if isinstance(steps, Script) else Script(tuple(steps))
        yield from self._performed(Script(script.steps) if script.wanted else script) or ()

    def _performed(self, script: Script) -> Iterator[Done] | None:
        """What each step gave; None if all is known to be as wanted."""
        if not isinstance(self._names, Performer):
            return self._all_here(script.steps)
        performed = self._names.perform_elsewhere(script)
        if performed is None:
            return None
        return map(self._there, script.steps, performed)

    def expect_script(self, script: Script, because: str = "") -> None:
        """Make the steps of ``script``, and expect of each what is wanted.

        The first wrong answer raises Mismatch; the calls after it are not shown.
        """
        for index, done in enumerate(self._performed(script) or ()):
            step, wanted = script.steps[index], script.wanted[index]
            why = script.because[index] if script.because else because
            if not step.calls:
                expect(done.value, wanted, why)
            elif not same(done.results, wanted):
                self._expect_results(step, done.results, wanted, why)
            if script.untouched and not same(done.args, step.args):
                raise Mismatch(
                    f"your function left its arguments as {show(done.args)}",
                    f"them unchanged, {show(step.args)}",
                    "Change a copy: sorted() and list() make one.",
                )

    def _expect_results(
        self, step: Step, results: list[Any], wanted: list[Any], because: str
    ) -> None:
        for index, (found, want) in enumerate(zip(results, wanted, strict=False)):
            try:
                expect(found, want, because)
            except AssertionError:
                del self.calls[step.objects + index + 1 :]
                raise

    def expect_calls(
        self, name: str, cases: Iterable[tuple[Any, ...]], *, untouched: bool = False
    ) -> None:
        """Call ``name`` for each case: see ``Script.of_calls``."""
        self.expect_script(Script.of_calls(name, cases, untouched=untouched))

    def expect_traces(
        self,
        name: str,
        traces: Iterable[tuple[dict[str, Any], Sequence[tuple[Any, ...]]]],
        because: str = "",
    ) -> None:
        """For each trace make ``name(**kwargs)`` and its calls: see ``Script.of_traces``."""
        self.expect_script(Script.of_traces(name, traces), because)

    def expect_replay(
        self,
        name: str,
        arguments: dict[str, Any],
        calls: Sequence[tuple[Any, ...]],
        because: str = "",
    ) -> None:
        """One trace: see :meth:`expect_traces`."""
        self.expect_traces(name, [(arguments, calls)], because)

    def _all_here(self, steps: Sequence[Step]) -> Iterator[Done]:
        """All steps up to the first that raises, and only then what they gave: as elsewhere."""
        came: list[tuple[Done, list[Call]]] = []
        problem: Exception | None = None
        for step in steps:
            try:
                came.append((self._here(step), [*self.calls]))
            except Exception as error:
                problem, calls = error, [*self.calls]
                break
        for done, self._calls in came:
            yield done
        if problem is not None:
            self._calls = calls
            raise problem

    def _here(self, step: Step) -> Done:
        self.forget()
        args = deepcopy(step.args)  # the learner's to change; the step's may serve again
        kwargs = deepcopy(step.kwargs)
        made = [getattr(self, step.name)(*args, **kwargs) for _ in range(step.objects)]
        results = [
            getattr(made[turn], method)(*given)
            for turn, (method, *given) in zip(step.whose, step.calls, strict=True)
        ]
        return Done(made[0], results, args, made[0].kept() if step.measure else 0)

    def _there(self, step: Step, performed: Performed) -> Done:
        """The same calls, in the same words; written down only if somebody asks for them."""
        self.forget()
        made, results = plain(performed.made.value), plain([*performed.results])
        right = performed.made.error is None and performed.failure is None
        if not right or not all(map(is_plain, results)):
            return self._there_in_words(step, performed)
        names: list[str] = []
        if step.calls or not is_plain(made):
            names = [self._letter(step.name) for _ in range(step.objects)]
            made = Handle(self, names[0], made)
        self._unwritten = (step, names, made, results)
        self._handed_out = (step.name, None if names else made)
        return Done(made, results, performed.args, performed.kept)

    def _there_in_words(self, step: Step, performed: Performed) -> Done:
        self.forget()
        call = call_text(step.name, step.args, step.kwargs)
        if step.calls and performed.made.error is None:
            names = [self._letter(step.name) for _ in range(step.objects)]
            made: Any = Handle(self, names[0], None)
            self._calls += [Call(f"{name} = {call}", "") for name in names]
        else:
            made = self._called(call, performed.made.get, (), {})
            names = [getattr(made, "_name", step.name)]
        outcomes = [Outcome(value) for value in performed.results]
        if performed.failure is not None:
            outcomes.append(Outcome(error=performed.failure))
        results = []
        for turn, (method, *given), outcome in zip(step.whose, step.calls, outcomes, strict=False):
            if isinstance(outcome.error, AttributeError) and method in str(outcome.error):
                raise NotWritten(f"{step.name} has no {method} yet.")
            call = call_text(f"{names[turn]}.{method}", given, {})
            results.append(self._called(call, outcome.get, (), {}))
        if performed.failure is not None:  # it was measured, and that failed
            raise LearnerError(step.name, performed.failure) from performed.failure
        return Done(made, results, performed.args, performed.kept)

    def _called(self, call: str, function: Any, args: Any, kwargs: Any) -> Any:
        try:
            result = plain(function(*args, **kwargs))
        except (TimeLimitExceeded, KeyboardInterrupt, Stopped):
            self.calls.append(Call(call, "no answer"))
            raise
        except NotImplementedError as error:
            self.calls.append(Call(call, "not written yet"))
            raise NotWritten(f"{call.partition('(')[0]} is not written yet.") from error
        except BaseException as error:
            problem = LearnerError(call, error)
            self.calls.append(Call(call, f"raised {problem.problem}"))
            raise problem from error
        if is_plain(result):
            self.calls.append(Call(call, show(result)))
            return self._hand_out(call, result)
        name = self._name_for(result)
        self.calls.append(Call(f"{name} = {call}", ""))
        return Handle(self, name, result)

    def _name_for(self, thing: object) -> str:
        return self._letter(type(thing).__name__)

    def _letter(self, kind: str) -> str:
        letter = kind.lstrip("_")[:1].lower() or "x"
        self._made[letter] = self._made.get(letter, 0) + 1
        return letter if self._made[letter] == 1 else f"{letter}{self._made[letter]}"


class Handle(Opaque):
    """Something of the learner's that is no plain value: it can be called, never compared."""

    def __init__(self, learner: Learner, name: str, thing: Any) -> None:
        self._learner = learner
        self._name = name
        self._thing = thing
        self._methods: dict[str, Handle] = {}

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it, watched; what comes back is a plain value or another Handle."""
        call = call_text(self._name, args, kwargs)
        if not callable(self._thing):
            raise NotWritten(f"{self._name} is no longer a function or class: run its cell again.")
        return self._learner._called(call, self._thing, args, kwargs)  # noqa: SLF001

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if known := self._methods.get(name):
            return known
        full = f"{self._name}.{name}"
        try:
            value = plain(getattr(self._thing, name))
        except (TimeLimitExceeded, KeyboardInterrupt, Stopped):
            raise
        except AttributeError as error:
            kind = type(self._thing).__name__
            raise NotWritten(f"{kind} has no {name} yet.") from error
        except BaseException as error:
            raise LearnerError(full, error) from error
        if is_plain(value):
            return self._learner._hand_out(full, value)  # noqa: SLF001  (its own part)
        found = Handle(self._learner, full, value)
        if isinstance(value, Elsewhere):  # asking again would take a round trip
            self._methods[name] = found
        return found

    def kept(self) -> int:
        """How many values the thing keeps in its containers, counted at any depth (bounded)."""
        thing = self._thing
        return thing.kept_elsewhere() if isinstance(thing, Elsewhere) else _kept(thing)


def _kept(thing: object, most: int = 100_000) -> int:
    count = 0
    seen: set[int] = set()
    waiting: deque[object] = deque([thing])
    while waiting and count < most:
        item = waiting.popleft()
        if id(item) in seen:
            continue
        seen.add(id(item))
        inside: list[object] = []
        if isinstance(item, dict):
            inside = [*item.keys(), *item.values()]
            count += len(item)
        elif isinstance(item, list | tuple | set | frozenset | deque):
            inside = list(item)
            count += len(item)
        elif not isinstance(item, type):
            inside = list(getattr(item, "__dict__", {}).values())
            slots = getattr(type(item), "__slots__", ())
            inside += [getattr(item, slot, None) for slot in slots if isinstance(slot, str)]
        waiting.extend(i for i in inside if not isinstance(i, int | float | str | bytes))
    return count
