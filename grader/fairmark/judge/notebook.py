"""Grade one notebook of one submission."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import nbformat
from nbformat import NotebookNode

from fairmark.intake import grade_id, take
from fairmark.judge.cells import Judged, Namespace, run_test
from fairmark.judge.place import forget_modules
from fairmark.judge.plan import Plan, marks
from fairmark.judge.session import Session
from fairmark.launch import CellResult, Server
from fairmark.replies import size_of
from sendwell.checks.elsewhere import Stopped
from sendwell.checks.report import Verdict
from sendwell.checks.suite import SuiteError

#: Of what all cells of a notebook show, so many characters are kept: fifty large pictures.
_MOST_SHOWN = 16_000_000
_TOO_MUCH = "What this cell put out is left out: all cells together have put out too much."


class InternalError(Exception):
    """The course's own fault: nobody may be scored by it."""


@dataclass(frozen=True)
class Budget:
    """Seconds for a whole submission, and for one cell or call of it."""

    seconds: float = 60.0
    call_seconds: float = 10.0


@dataclass(frozen=True)
class Graded:
    """One notebook, judged. ``notebook`` is None if the file is no notebook."""

    name: str
    notebook: NotebookNode | None
    findings: tuple[str, ...]
    judged: dict[str, Judged]

    def noticing(self, more: tuple[str, ...]) -> Graded:
        """With ``more`` findings."""
        return replace(self, findings=self.findings + more)


def grade_notebook(
    plan: Plan,
    data: bytes,
    server: Server,
    budget: Budget,
    files: Mapping[str, bytes] | None = None,
) -> Graded:
    """Take the file in, run its cells in a process of its own, and judge every test.

    If that process was killed, all of it is done a second time, and that counts: what kills itself
    does so again. Raises InternalError if a test of the course's is at fault.
    """
    intake = take(data, plan.released)
    if intake.notebook is None:
        return Graded(plan.name, None, intake.findings, {})
    for cell in intake.notebook.cells:
        # As nbgrader: whoever marks a task sees its mark scheme, and so does who reads feedback.
        cell["source"] = plan.tasks.get(grade_id(cell), cell["source"])
    judged, killed = _judge(intake.notebook, plan, server, budget, files)
    if killed:
        judged, _ = _judge(intake.notebook, plan, server, budget, files)
    return Graded(plan.name, intake.notebook, intake.findings, judged)


def _judge(
    notebook: NotebookNode,
    plan: Plan,
    server: Server,
    budget: Budget,
    files: Mapping[str, bytes] | None,
) -> tuple[dict[str, Judged], bool]:
    """The verdicts, and whether the submission's process was killed. Outputs go into the cells."""
    session = Session(server, budget.seconds, budget.call_seconds, files, _withholding(plan))
    judged: dict[str, Judged] = {}
    room = _MOST_SHOWN
    forget_modules()
    try:
        namespace = Namespace(plan, session)
        for cell in notebook.cells:
            if cell["cell_type"] != "code":
                continue
            test = plan.tests.get(grade_id(cell)) if marks(cell).get("grade") else None
            if test is None:
                outputs = _run(session, cell["source"])
                room -= sum(map(size_of, outputs))
                cell["outputs"] = outputs if room >= 0 or not outputs else [_left_out()]
            else:
                cell["source"] = test.source
                try:
                    result = run_test(test, namespace, session)
                except SuiteError as error:
                    where = f"{plan.name}.ipynb, cell {test.grade_id!r}"
                    raise InternalError(f"{where}: {error}") from error
                judged[test.grade_id] = result
                cell["outputs"] = list(result.outputs)
    finally:
        session.close()
    return judged, session.killed


def _left_out() -> Any:
    return nbformat.v4.new_output("stream", name="stderr", text=_TOO_MUCH)


def _withholding(plan: Plan) -> str:
    """What lets the course's own answers to these exercises refuse to work."""
    if not plan.exercises:
        return ""
    return (
        "from sendwell.checks import answers\n"
        f"answers._being_checked.extend({list(plan.exercises)!r})"
    )


def _run(session: Session, source: str) -> list[Any]:
    """The outputs of one of the submission's own cells."""
    try:
        result: CellResult = session.run_cell(source)
    except Stopped as stopped:
        verdict: Verdict = stopped.verdict
        return [
            nbformat.v4.new_output(
                "error", ename=verdict.value, evalue=str(stopped), traceback=[str(stopped)]
            )
        ]
    return list(result.outputs)
