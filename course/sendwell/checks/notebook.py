"""``check("throttle.allowed")``: what a learner runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NoReturn

from sendwell.checks.report import Report, Verdict
from sendwell.checks.run import run
from sendwell.checks.suite import Suite, find_suite
from sendwell.progress import remember


def check(name: str, names: Mapping[str, Any] | None = None) -> Report:
    """Check one exercise and say what is wrong, and why.

    ``names`` is what the learner has defined; without it, everything the notebook has defined.
    Raises SuiteError if there is no exercise of that name.
    """
    report = run_here(find_suite(name), names)
    remember(name, [result.title for result in report.results if result.verdict == Verdict.PASSED])
    return report


def run_here(suite: Suite, names: Mapping[str, Any] | None) -> Report:
    """Run ``suite`` on ``names``; without them, on what the running notebook has defined."""
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
