"""Find the checks that learners need not read."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from fairmark.broken import does_not_work
from sendwell.checks import Suite, SuiteError

#: The environment variables that name a folder of suites and the seed of a grading run.
SUITES = "FAIRMARK_SUITES"
SEED = "FAIRMARK_SEED"
DEFAULT_SEED = 20261123


def seed_of_run() -> int:
    """The seed of this grading run: FAIRMARK_SEED, or a fixed one.

    Raises SuiteError if FAIRMARK_SEED is no whole number.
    """
    text = os.environ.get(SEED, str(DEFAULT_SEED))
    try:
        return int(text)
    except ValueError:
        raise SuiteError(f"{SEED} is {text!r}; set it to a whole number.") from None


def suites_folder() -> Path:
    """Where the unseen suites lie: FAIRMARK_SUITES, or ``suites`` beside this package."""
    beside = Path(__file__).parent.parent / "suites"
    return Path(os.environ.get(SUITES, beside))


def find_unseen(name: str, seed: int, folder: Path | None = None) -> Suite:
    """The unseen suite called ``name``, its cases drawn with ``seed``.

    ``throttle.allowed`` is looked up in ``throttle.py`` of ``folder``, whose ``suites(seed)``
    returns its suites. Raises SuiteError, with the folder's name, if it is not there.
    """
    folder = folder or suites_folder()
    file = folder / f"{name.partition('.')[0]}.py"
    if not file.is_file():
        raise SuiteError(
            f"There are no unseen checks for {name!r}: {file} does not exist. "
            f"Set {SUITES} to the folder that holds them."
        )
    for suite in _suites_in(file, seed):
        if suite.name == name:
            return suite
    raise SuiteError(f"There are no unseen checks for {name!r} in {file}.")


def draw_ahead(files: Iterable[str], stop: Callable[[], bool]) -> None:
    """Draw the cases of all suites in these files, in time that would be waited away.

    ``stop`` says that the waiting is over. What is drawn here is not drawn again; what is not, or
    fails here, is drawn when it is wanted, and fails and is told then.
    """
    for name in sorted(files):
        if stop():
            return
        with suppress(Exception):
            _suites_in(suites_folder() / f"{name}.py", seed_of_run())


@lru_cache(maxsize=32)
def _suites_in(file: Path, seed: int) -> tuple[Suite, ...]:
    spec = importlib.util.spec_from_file_location(f"fairmark_suites_{file.stem}", file)
    if spec is None or spec.loader is None:
        raise SuiteError(f"{file} cannot be read as Python.")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        return tuple(module.suites(seed))
    except SuiteError:
        raise
    except Exception as error:
        raise SuiteError(f"{does_not_work(error, str(file))}.") from error
