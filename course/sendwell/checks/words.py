"""A learner's calls and errors in words that the learner reads."""

from __future__ import annotations

import linecache
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sendwell.checks.values import show

#: Where code lies that no learner wrote: the course's library, Python's, what pip installed.
_NOT_THEIRS = (
    str(Path(__file__).parent.parent),
    "<frozen ",
    *(sysconfig.get_path(kind) for kind in ("stdlib", "platlib", "purelib")),
)


class NotWritten(Exception):
    """The learner has not written this part yet."""


class LearnerError(Exception):
    """A learner's code raised. ``problem`` says what, ``where`` in which line, if known."""

    def __init__(self, call: str, error: BaseException) -> None:
        self.call = call
        self.problem = describe(error)
        self.where = getattr(error, "learners_line", "") or line_of(error)
        super().__init__(f"{call} raised {self.problem}")


def call_text(name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
    """A call as a learner would write it."""
    given = [show(arg) for arg in args] + [f"{key}={show(value)}" for key, value in kwargs.items()]
    return f"{name}({', '.join(given)})"


def describe(error: BaseException) -> str:
    """``ValueError: no`` without trusting the error's own ``__str__``."""
    try:
        text = str(error)
    except BaseException:
        text = ""
    name = type(error).__name__
    return f"{name}: {text[:200]}" if text else name


def line_of(error: BaseException) -> str:
    """The learner's line in which ``error`` came up, for example ``line 3: return 1 / 0``."""
    found = ""
    trace = error.__traceback__
    while trace is not None:
        filename = trace.tb_frame.f_code.co_filename
        if not filename.startswith(_NOT_THEIRS):
            line = linecache.getline(filename, trace.tb_lineno).strip()
            if line:
                found = f"line {trace.tb_lineno}: {line[:120]}"
        trace = trace.tb_next
    return found
