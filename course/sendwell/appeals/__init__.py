"""A case after a ban: what is known, what to do in which order, and a letter that invents nothing.

``read_case`` and ``write_case`` keep a case in a file that a person can read; ``load_case`` gives
one of the fictional cases of the course, ``plan`` what to do about a case, in order.
"""

from sendwell.appeals.case import (
    Account,
    App,
    Case,
    Cause,
    Event,
    Evidence,
    Measure,
    Notice,
    Remedy,
    Sending,
)
from sendwell.appeals.library import RightPath, case_names, load_case, load_path
from sendwell.appeals.plan import Plan, Step, plan
from sendwell.appeals.read import CaseError, parse_case, read_case
from sendwell.appeals.write import write_case

__all__ = [
    "Account",
    "App",
    "Case",
    "CaseError",
    "Cause",
    "Event",
    "Evidence",
    "Measure",
    "Notice",
    "Plan",
    "Remedy",
    "RightPath",
    "Sending",
    "Step",
    "case_names",
    "load_case",
    "load_path",
    "parse_case",
    "plan",
    "read_case",
    "write_case",
]
