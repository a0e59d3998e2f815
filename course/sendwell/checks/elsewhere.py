"""Where a check runs in one process and the learner's code in another.

In a notebook both are one process and nothing here is used. A grader hands ``run`` names whose
values are :class:`Elsewhere`: what they do happens in a process of the learner's own.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sendwell.checks.report import Verdict


class Stopped(BaseException):
    """The learner's process has ended before it answered; ``verdict`` says how."""

    def __init__(self, verdict: Verdict, message: str) -> None:
        super().__init__(message)
        self.verdict = verdict


class Elsewhere(ABC):
    """Something of the learner's in another process. It can be called and asked for attributes."""

    @abstractmethod
    def kept_elsewhere(self) -> int:
        """How many values it keeps in its containers, counted there."""


@dataclass(frozen=True)
class Step:
    """Call ``name(*args, **kwargs)``, then methods of what that gives.

    Each of ``calls`` is a method's name and then its arguments: ``("allow", 2_000)``.

    ``measure`` asks how many values it keeps in the end. With ``turns``, as ``(0, 1, 0)``, several
    are made of the same arguments before the first call, and each call is to the one whose turn
    it is.
    """

    name: str
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = field(default_factory=dict)
    calls: tuple[tuple[Any, ...], ...] = ()
    measure: bool = False
    turns: tuple[int, ...] = ()

    @property
    def objects(self) -> int:
        """How many are made."""
        return max(self.turns, default=0) + 1

    @property
    def whose(self) -> Sequence[int]:
        """For each call, which of them it is to."""
        return self.turns or (0,) * len(self.calls)


@dataclass(frozen=True, eq=False)
class Script:
    """Steps that are the same for every learner, and what each of them must give.

    ``wanted`` has for each step its value or, where it has calls, the list of their results; it is
    empty if nothing is compared. ``because`` has a sentence for each step, or is empty. Of an
    ``untouched`` script the steps must leave their arguments as they were. Make it once: what it
    takes to send it and to compare it is then done once, too.
    """

    steps: tuple[Step, ...]
    wanted: tuple[Any, ...] = ()
    because: tuple[str, ...] = ()
    untouched: bool = False

    @classmethod
    def of_traces(
        cls, name: str, traces: Iterable[tuple[dict[str, Any], Sequence[tuple[Any, ...]]]]
    ) -> Script:
        """For each trace make ``name(**kwargs)``, and then the calls.

        A call is a method's name, its arguments, and last what it must return.
        """
        given = [*traces]
        return cls(
            tuple(Step(name, (), kw, tuple(call[:-1] for call in calls)) for kw, calls in given),
            tuple([call[-1] for call in calls] for _, calls in given),
        )

    @classmethod
    def of_calls(
        cls, name: str, cases: Iterable[tuple[Any, ...]], *, untouched: bool = False
    ) -> Script:
        """For each case call ``name``: a case is the arguments, what it must return, and why.

        ``(([3_000], 5_000), True, "There is room.")``; the sentence may be left out.
        """
        given = [*cases]
        return cls(
            tuple(Step(name, args) for args, *_ in given),
            tuple(case[1] for case in given),
            tuple("".join(case[2:]) for case in given),
            untouched,
        )


@dataclass(frozen=True)
class Outcome:
    """What one call gave: a ``value``, or the ``error`` that it raised."""

    value: Any = None
    error: BaseException | None = None

    def get(self) -> Any:
        """The value; or raise the error."""
        if self.error is not None:
            raise self.error
        return self.value


@dataclass(frozen=True)
class Performed:
    """What a step gave elsewhere: the first call, then the ``results`` of the others.

    ``failure`` is what the call after the results raised. ``args`` are the positional arguments
    as the call left them.
    """

    made: Outcome
    results: tuple[Any, ...] = ()
    failure: BaseException | None = None
    args: tuple[Any, ...] = ()
    kept: int = 0


class Performer(ABC):
    """Names whose calls happen elsewhere, and can be made many at a time."""

    @abstractmethod
    def perform_elsewhere(self, script: Script) -> Iterable[Performed] | None:
        """Make the steps in one round trip, up to the first that raises.

        None if every step gave exactly what is wanted, and changed no argument.
        """

    @abstractmethod
    def get_ready(self) -> None:
        """Be there for the next call, so that no check's time is spent on it."""
