"""What the hidden cell of a released notebook calls when stock nbgrader grades it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fairmark.suites import find_unseen, seed_of_run
from sendwell.checks import Report
from sendwell.checks.notebook import run_here


def check_unseen(name: str, names: Mapping[str, Any] | None = None) -> Report:
    """Run the unseen checks of one exercise, with the seed of the grading run.

    ``names`` is what the learner has defined; without it, everything the notebook has defined.
    Raises SuiteError if the suites are not there.
    """
    return run_here(find_unseen(name, seed_of_run()), names)
