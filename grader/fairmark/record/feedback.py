"""A learner's feedback page: every check, what went wrong, a hint, the points, their own work."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, Template

from fairmark.judge.notebook import Graded
from fairmark.judge.plan import marks
from fairmark.record import strings
from fairmark.record.files import stage
from fairmark.record.notebooks import Given
from fairmark.record.rows import RecordedNotebook
from fairmark.record.scores import unchanged
from fairmark.record.shown import shown_checks, shown_work
from fairmark.record.text import clean_text

#: As nbgrader: who may do what with a feedback page (rw-r--r--).
PERMISSIONS = 644


def page(
    student: str,
    assignment: str,
    graded: Graded,
    *,
    recorded: RecordedNotebook | None = None,
    given: Collection[Given] = frozenset(),
) -> str:
    """The page of one notebook: one file, no script, nothing fetched from anywhere.

    ``recorded`` is what the gradebook has (manual scores, comments, penalty); without it, what
    was judged counts. ``given`` are the release's own texts, which are not shown as the learner's.
    Of checks with unseen inputs it shows verdicts and points only.
    """
    recorded = recorded or RecordedNotebook()
    cells = graded.notebook.cells if graded.notebook else []
    tests = [
        _test(cell, graded, recorded)
        for cell in cells
        if marks(cell).get("grade_id") in graded.judged
    ]
    answers = [_answer(cell, recorded) for cell in cells if _is_manual(marks(cell))]
    parts = [*tests, *answers]
    earned = sum(part["points"] for part in parts) - recorded.late_penalty
    return _template().render(
        s=strings,
        number=_number,
        title=strings.TITLE.format(notebook=clean_text(graded.name)),
        introduction=strings.INTRODUCTION.format(
            student=clean_text(student),
            notebook=clean_text(graded.name),
            assignment=clean_text(assignment),
        ),
        total=strings.TOTAL_OF.format(
            points=_number(earned), most=_number(sum(part["most"] for part in parts))
        ),
        remarks=_remarks(graded, recorded, answers),
        tests=tests,
        answers=answers,
        findings=[strings.FINDING.format(finding=clean_text(one)) for one in graded.findings],
        work=shown_work(cells, recorded.comments, given),
    )


def write_feedback(
    folder: Path,
    student: str,
    assignment: str,
    graded: Graded,
    *,
    recorded: RecordedNotebook | None = None,
    given: Collection[Given] = frozenset(),
    permissions: int = PERMISSIONS,
) -> Path:
    """Write the page as ``<notebook>.html`` into ``folder``, at one stroke; its path.

    ``folder`` is nbgrader's ``feedback/<student>/<assignment>``. Raises RecordError.
    """
    path = folder / f"{graded.name}.html"
    text = page(student, assignment, graded, recorded=recorded, given=given)
    stage(path, text, permissions).publish()
    return path


@cache
def _template() -> Template:
    loader = PackageLoader("fairmark", "record")
    return Environment(loader=loader, autoescape=True).get_template("feedback.html.j2")


def _test(cell: Any, graded: Graded, recorded: RecordedNotebook) -> dict[str, Any]:
    name = cell["metadata"].nbgrader["grade_id"]
    judged = graded.judged[name]
    title, checks = shown_checks(cell, judged)
    remarks = [strings.FORGEABLE] if judged.forgeable else []
    if name in recorded.manual_scores:
        remarks.append(strings.CHANGED_BY_HAND)
    return {
        "title": title,
        "remarks": remarks,
        "points": recorded.scores.get(name, judged.points),
        "most": judged.most,
        "checks": checks,
    }


def _is_manual(mark: Mapping[str, Any]) -> bool:
    return bool((mark.get("grade") and mark.get("solution")) or mark.get("task"))


def _answer(cell: Any, recorded: RecordedNotebook) -> dict[str, Any]:
    mark = marks(cell)
    name = str(mark.get("grade_id"))
    if name in recorded.manual_scores:
        state = "read"
    else:
        state = "empty" if unchanged(cell) and not mark.get("task") else "waiting"
    return {
        "title": name,
        "state": state,
        "points": recorded.scores.get(name, 0.0),
        "most": float(mark.get("points", 0)),
        "comment": clean_text(recorded.comments.get(name, "")),
    }


def _remarks(
    graded: Graded, recorded: RecordedNotebook, answers: list[dict[str, Any]]
) -> list[str]:
    remarks: list[str] = []
    if graded.notebook is None:
        remarks.append(strings.NOT_A_NOTEBOOK)
    if recorded.late_penalty:
        remarks.append(strings.PENALTY.format(points=_number(recorded.late_penalty)))
    if any(answer["state"] == "waiting" for answer in answers):
        remarks.append(strings.WAITING)
    return remarks


def _number(value: float) -> str:
    return f"{value:.6g}"
