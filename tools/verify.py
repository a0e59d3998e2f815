"""What a built notebook must not hold, and what must be true of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from fairmark.suites import DEFAULT_SEED, find_unseen
from sendwell.checks import Suite, SuiteError, find_suite
from sendwell.checks.report import MIMETYPE
from tools.source import Problem, grade_id_of, name_of

_HEADING = re.compile(r"^(#{1,6})\s", re.MULTILINE)
_FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_NO_ALT = re.compile(r"!\[\s*\]\(|<img(?![^>]*\balt=[\"'][^\"'])[^>]*>")
_UNSTABLE = re.compile(r"0x[0-9a-f]{8,}|/tmp/|ipykernel_\d+")
_REGION = re.compile(r"### BEGIN SOLUTION\n(.*?)\n[ \t]*### END SOLUTION", re.DOTALL)
_MARKER = re.compile(r"[#=]+ *(BEGIN|END) *(SOLUTION|HIDDEN TESTS|MARK SCHEME)", re.IGNORECASE)


def suite_in(cell: Any) -> Suite | None:
    """The suite that a check cell runs, found in its source; None if it runs none."""
    for node in ast.walk(ast.parse(cell.source)):
        match node:
            case ast.Call(ast.Name("check"), [ast.Constant(str(name)), *_]):
                return find_suite(name)
            case ast.Call(ast.Name("check_unseen"), [ast.Constant(str(name)), *_]):
                return find_unseen(name, DEFAULT_SEED)
    return None


class Verifier:
    """Collects the problems of one notebook; ``module`` and ``notebook`` go into each."""

    def __init__(self, module: str, notebook: str) -> None:
        self.module = module
        self.notebook = notebook
        self.problems: list[Problem] = []

    def say(self, cell: str, message: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(self.module, self.notebook, cell, message))

    def source(self, notebook: NotebookNode) -> None:
        """Prose, grade_ids and points, before anything is executed."""
        level, seen = 0, set[str]()
        for index, cell in enumerate(notebook.cells):
            name = name_of(cell, index)
            if cell.cell_type == "markdown":
                level = self._prose(cell.source, level, name)
            grade_id = grade_id_of(cell)
            if grade_id in seen:
                self.say(name, f"the grade_id {grade_id!r} is used twice; give each cell its own.")
            if grade_id:
                seen.add(grade_id)
            if cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code":
                self._points(cell, name)

    def executed(self, notebook: NotebookNode) -> None:
        """The author's copy: no error, nothing on stderr, every check passed."""
        for index, cell in enumerate(notebook.cells):
            name = name_of(cell, index)
            for output in cell.get("outputs", []):
                if output.output_type == "error":
                    self.say(name, f"raised {output.ename}: {output.evalue}")
                if output.output_type == "stream" and output.name == "stderr":
                    self.say(name, f"wrote on stderr: {output.text.strip()[:200]}")
                text = str(output.get("text", "")) + str(output.get("data", ""))
                if found := _UNSTABLE.search(text):
                    self.say(name, f"the output holds {found.group()!r}, which changes every time.")
            for check in checks_in(cell):
                if check["verdict"] != "passed":
                    self.say(
                        name, f"the solution fails {check['title']!r}: {check['message'] or check}"
                    )
            tested = cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code"
            if tested and not checks_in(cell):
                self.say(name, "is graded but shows no report of a check.")

    def released(self, notebook: NotebookNode, source: NotebookNode) -> None:
        """The learner's copy: no marker, nothing of a solution, no outputs."""
        regions = [_stripped(r) for cell in source.cells for r in _REGION.findall(cell.source)]
        outside = {line for cell in source.cells for line in _stripped(_outside(cell.source))}
        secret = {line for region in regions for line in region} - outside
        for index, cell in enumerate(notebook.cells):
            name = name_of(cell, index)
            lines = _stripped(cell.source)
            text = "\n".join(lines)
            if found := _MARKER.search(cell.source):
                self.say(name, f"holds the marker {found.group()!r}.")
            for line in secret.intersection(lines):
                self.say(name, f"holds a line of the solution: {line!r}")
            for region in regions:
                if "\n".join(region) in text and sum(map(len, region)) > 8:
                    self.say(name, f"holds a whole solution, the one that begins {region[0]!r}")
            if cell.get("outputs") or cell.get("execution_count"):
                self.say(name, "holds an output.")

    def stub(self, notebook: NotebookNode) -> None:
        """The learner's copy with all its checks, executed: no check passes, stubs alone raise."""
        for index, cell in enumerate(notebook.cells):
            name = name_of(cell, index)
            for check in checks_in(cell):
                if check["verdict"] == "passed":
                    self.say(name, f"the stub passes {check['title']!r}.")
            errors = [o.ename for o in cell.get("outputs", []) if o.output_type == "error"]
            if errors and not cell.metadata.get("nbgrader", {}).get("solution"):
                self.say(name, f"raises {errors[0]} in the learner's copy, and is no stub.")
            if any(error != "NotImplementedError" for error in errors):
                self.say(
                    name, f"the stub raises {errors[0]}; only NotImplementedError may come up."
                )

    def _prose(self, text: str, level: int, name: str) -> int:
        text = _FENCED.sub("", text)
        if _NO_ALT.search(text):
            self.say(name, "an image has no alternative text: write ![what it shows](file).")
        for match in _HEADING.finditer(text):
            depth = len(match.group(1))
            if depth > level + 1:
                self.say(name, f"a heading of level {depth} follows one of level {level}.")
            if depth == 1 and level:
                self.say(name, "a second heading of level 1; a notebook has one title.")
            level = depth
        return level

    def _points(self, cell: Any, name: str) -> None:
        points = cell.metadata.nbgrader.get("points")
        try:
            suite = suite_in(cell)
        except SuiteError as error:
            self.say(name, str(error))
            return
        if suite is None:
            return
        if suite.points != points:
            self.say(
                name,
                f"has {points} points, but the checks of {suite.name} add up to {suite.points:g}.",
            )
        elif float(f"{points:.6g}") != points:
            self.say(name, f"{points} points need more than six digits.")


def checks_in(cell: Any) -> list[dict[str, Any]]:
    """The checks in the report that a cell shows, as records."""
    for output in cell.get("outputs", []):
        if MIMETYPE in output.get("data", {}):
            return list(output.data[MIMETYPE]["checks"])
    return []


def with_every_check(released: NotebookNode, source: NotebookNode) -> NotebookNode:
    """The learner's copy, its locked cells as the author wrote them: unseen checks included."""
    whole = {grade_id_of(cell): cell for cell in source.cells}
    for cell in released.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.source = whole[grade_id_of(cell)].source
    return released


def leftovers(folder: Path) -> Iterator[str]:
    """Files in a released module that only authors may have."""
    yield from (str(file) for file in sorted(folder.rglob("*.md")))


def _stripped(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _outside(text: str) -> str:
    return _REGION.sub("", text)
