"""Where a check runs in one process and the learner's code in another.

In a notebook both are one process and nothing here is used. A grader hands ``run`` names whose
values are :class:`Elsewhere`: what they do happens in a process of the learner's own.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sendwell.checks.report import Verdict


class Stopped(BaseException):
    """The learner's process has ended before it answered; ``verdict`` says how."""

    def __init__(self, verdict: Verdict, message: str) -> None:
        super().__init__(message)
        self.verdict = verdict


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


class Elsewhere(ABC):
    """Something of the learner's in another process. It can be called and asked for attributes."""

    @abstractmethod
    def kept_elsewhere(self) -> int:
        """How many values it keeps in its containers, counted there."""

    @abstractmethod
    def replay_elsewhere(
        self, arguments: dict[str, Any], calls: Sequence[tuple[str, int]]
    ) -> tuple[Outcome, list[Outcome]]:
        """Call it with ``arguments``, then methods of what that gave, in one round trip.

        What making it gave, and what each call gave, up to the first that raised.
        """
