"""Checks that tell a learner at once what is wrong, and why.

In a notebook: ``from sendwell.checks import check`` and then ``check("throttle.sliding_window")``.
"""

from sendwell.checks.expect import Mismatch, expect, expect_that
from sendwell.checks.notebook import check
from sendwell.checks.report import Report, Result, Verdict
from sendwell.checks.run import run
from sendwell.checks.suite import Check, Suite, SuiteError, find_suite

__all__ = [
    "Check",
    "Mismatch",
    "Report",
    "Result",
    "Suite",
    "SuiteError",
    "Verdict",
    "check",
    "expect",
    "expect_that",
    "find_suite",
    "run",
]
