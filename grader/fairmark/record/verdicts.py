"""What was judged, kept on disk beside the autograded notebooks.

It is written before the gradebook's commit. A run that was interrupted is taken up from it, and
pages are written again from it, without judging again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from fairmark.judge.cells import Judged
from fairmark.judge.notebook import Graded
from fairmark.record.errors import RecordError
from fairmark.record.files import stage
from sendwell.checks.report import Report, Result, Verdict

#: What is in the gradebook and in the files beside it; and what may not yet be.
DONE, PENDING = ".fairmark.json", ".fairmark.pending.json"
#: Another form is not read: the submission is judged again.
_FORM = 1


@dataclass(frozen=True)
class Verdicts:
    """The verdicts of one submission.

    ``input`` is a hash of all that they depend on; ``judged`` names the judging itself, and is
    another one each time.
    """

    student: str
    input: str
    judged: str
    rung: str
    timestamp: str
    graded: tuple[Graded, ...]

    @property
    def failed(self) -> str:
        """Which of its notebooks got no verdict, and why; "" if all did."""
        none = [one for one in self.graded if one.notebook is None]
        return "; ".join(f"{one.name} {'; '.join(one.findings)}" for one in none)


@dataclass(frozen=True)
class Head:
    """What is read of every submission in every run: enough to leave it alone."""

    input: str = ""
    failed: str = ""


def write_verdicts(folder: Path, verdicts: Verdicts) -> None:
    """Write them into ``folder`` as pending, at one stroke. Raises RecordError."""
    whole = {**vars(verdicts), "graded": list(map(_packed, verdicts.graded))}
    try:
        body = json.dumps(whole, default=vars)
    except (ValueError, TypeError, RecursionError) as error:
        raise RecordError(f"What was judged cannot be written down ({error}).") from error
    head = {"form": _FORM, "input": verdicts.input, "failed": verdicts.failed, "length": len(body)}
    stage(folder / PENDING, f"{json.dumps(head)}\n{body}\n", 644).publish()


def read_head(path: Path) -> Head:
    """What the verdicts in this file were made of; an empty one if there are no whole ones."""
    try:
        with path.open("rb") as file:
            line = file.readline()
            head = json.loads(line)
            whole = path.stat().st_size == len(line) + head["length"] + 1
            return (
                Head(head["input"], head["failed"]) if whole and head["form"] == _FORM else Head()
            )
    except (OSError, ValueError, KeyError, TypeError):
        return Head()


def read_verdicts(path: Path) -> Verdicts | None:
    """The verdicts in this file; None if it is not there, or not whole."""
    if not read_head(path).input:
        return None
    try:
        body = json.loads(path.read_text("ascii").partition("\n")[2])
        return Verdicts(**{**body, "graded": tuple(map(_unpacked, body["graded"]))})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _packed(graded: Graded) -> dict[str, Any]:
    return {**vars(graded), "judged": list(graded.judged.values())}


def _unpacked(found: dict[str, Any]) -> Graded:
    notebook = found["notebook"]
    judged = [_judged(one) for one in found["judged"]]
    return Graded(
        found["name"],
        None if notebook is None else nbformat.from_dict(notebook),
        tuple(found["findings"]),
        {one.grade_id: one for one in judged},
    )


def _judged(found: dict[str, Any]) -> Judged:
    report = found["report"]
    lists = {name: tuple(found[name]) for name in ("checks", "outputs", "leans_on")}
    return Judged(**{**found, **lists, "report": None if report is None else _report(report)})


def _report(found: dict[str, Any]) -> Report:
    return Report(**{**found, "results": tuple(map(_result, found["results"]))})


def _result(found: dict[str, Any]) -> Result:
    return Result(
        **{
            **found,
            "verdict": Verdict(found["verdict"]),
            "calls": tuple((call, outcome) for call, outcome in found["calls"]),
            "hints": tuple(found["hints"]),
        }
    )
