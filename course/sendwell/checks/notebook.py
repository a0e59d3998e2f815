"""``check("throttle.allowed")``: what a learner runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from typing import Any, NoReturn

from sendwell.checks.report import Report, Verdict
from sendwell.checks.run import LIMIT, run
from sendwell.checks.suite import Suite, find_suite
from sendwell.progress import remember


def check(name: str, names: Mapping[str, Any] | None = None) -> Report:
    """Check one exercise and say what is wrong, and why.

    ``names`` is what the learner has defined; without it, everything the notebook has defined.
    Raises SuiteError if there is no exercise of that name.
    """
    report = run_here(find_suite(name), names)
    if _GIVEN.get() is None:
        if names is None and (shell := _shell()) is not None:
            report = replace(report, red_before=_red_before(shell))
        remember(name, [r.title for r in report.results if r.verdict is Verdict.PASSED])
    return report


#: Whether the cell before the one that runs now ended in red (no ContextVar: it outlasts a cell).
_BEFORE = {"red": False}


def _red_before(shell: Any) -> bool:
    """Whether the cell before this one ended in red; a cell that runs again changes nothing."""
    cells = getattr(getattr(shell, "history_manager", None), "input_hist_raw", [])[-2:]
    if len(cells) < 2 or cells[0] != cells[1]:
        _BEFORE["red"] = not getattr(shell, "last_execution_succeeded", True)
    return _BEFORE["red"]


#: What a grader has said: whose names a check without names is about, and its time limit.
_GIVEN: ContextVar[tuple[Mapping[str, Any], float] | None] = ContextVar("names", default=None)


@contextmanager
def names_from(names: Mapping[str, Any], limit: float = LIMIT) -> Iterator[None]:
    """Let every check in the block that is given no names be about these, and keep no progress."""
    token = _GIVEN.set((names, limit))
    try:
        yield
    finally:
        _GIVEN.reset(token)


def run_here(suite: Suite, names: Mapping[str, Any] | None) -> Report:
    """Run ``suite`` on ``names``; without them, on what the running notebook has defined."""
    if names is None and (given := _GIVEN.get()):
        return run(suite, *given)
    shell = _shell()
    if names is None:
        names = {} if shell is None else dict(shell.user_ns)
    with _staying(shell):
        return run(suite, names)


def _shell() -> Any:
    try:
        from IPython.core.getipython import get_ipython  # noqa: PLC0415  (not everywhere)
    except ImportError:
        return None
    return get_ipython()


@contextmanager
def _staying(shell: Any) -> Iterator[None]:
    """Let ``exit()`` in a notebook end the learner's function, not the kernel."""
    if shell is None:
        yield
        return

    def refuse() -> NoReturn:
        raise SystemExit("exit() ends the whole program; use return")

    shell.ask_exit = refuse
    try:
        yield
    finally:
        del shell.ask_exit
