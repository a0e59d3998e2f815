"""What was judged as plain records, for ``fairmark grade --json``."""

from __future__ import annotations

from typing import Any

from fairmark.intake import NOT_HANDED_IN
from fairmark.judge.notebook import Graded


def records_of(student: str, rung: str, graded: list[Graded]) -> list[dict[str, Any]]:
    """One plain record a check, and one for each file that is no notebook."""
    return [
        {
            "student": student,
            "notebook": one.name,
            "cell": judged.grade_id,
            "check": check["title"],
            "verdict": check["verdict"],
            "points": check["points"],
            "most": check["most"],
            "milliseconds": check["milliseconds"],
            "rung": rung,
            "forgeable": judged.forgeable,
        }
        for one in graded
        for judged in one.judged.values()
        for check in judged.checks
    ] + [
        {
            "student": student,
            "notebook": one.name,
            "cell": "",
            "check": "",
            "verdict": "missing" if NOT_HANDED_IN in one.findings else "not a notebook",
            "points": 0,
            "most": 0,
            "milliseconds": 0,
            "rung": rung,
            "forgeable": False,
        }
        for one in graded
        if one.notebook is None
    ]
