"""What was judged as plain records, for ``fairmark grade --json``: see docs/fairmark.md."""

from __future__ import annotations

from typing import Any

from fairmark.intake import NOT_HANDED_IN
from fairmark.record.verdicts import Verdicts


def records_of(verdicts: Verdicts, *, unchanged: bool = False) -> list[dict[str, Any]]:
    """One record a check, and one for each file that is no notebook."""
    found = [
        _record(
            verdicts.student,
            verdicts.rung,
            unchanged=unchanged,
            notebook=one.name,
            cell=judged.grade_id,
            check=check["title"],
            verdict=check["verdict"],
            points=check["points"],
            most=check["most"],
            milliseconds=check["milliseconds"],
            forgeable=judged.forgeable,
        )
        for one in verdicts.graded
        for judged in one.judged.values()
        for check in judged.checks
    ]
    return found + [
        _record(
            verdicts.student,
            verdicts.rung,
            unchanged=unchanged,
            notebook=one.name,
            verdict="missing" if NOT_HANDED_IN in one.findings else "not a notebook",
            reason="; ".join(one.findings),
        )
        for one in verdicts.graded
        if one.notebook is None
    ]


def no_verdict(student: str, reason: str, rung: str) -> dict[str, Any]:
    """The one record of a submission that could not be graded in this run."""
    return _record(student, rung, verdict="no verdict", reason=reason)


def _record(student: str, rung: str, **more: Any) -> dict[str, Any]:
    """Every field, in one order; what does not apply is empty, 0 or false."""
    return {
        "student": student,
        "notebook": "",
        "cell": "",
        "check": "",
        "verdict": "",
        "points": 0,
        "most": 0,
        "milliseconds": 0,
        "rung": rung,
        "forgeable": False,
        "unchanged": False,
        "reason": "",
    } | more
