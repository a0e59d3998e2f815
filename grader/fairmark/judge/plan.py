"""What an assignment's release says about each cell: fixed once, for all submissions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from nbformat import NotebookNode

from fairmark.judge.names import (
    bound_names,
    definitions,
    derived_names,
    imports,
    parse,
    used_names,
)


@dataclass(frozen=True)
class PlannedTest:
    """A test cell of the release: its whole source, and how it is run.

    ``in_child`` tests run beside learner code and can be forged; what they need of other test
    cells' definitions is run there ``before``. ``leans_on`` are names that a test takes from the
    learner's process though learners were not asked for them: it can be forged too. ``helpers``
    says whether it gets the release's own helper functions from the judge, and ``last`` what its
    last line shows with the author's solution: "number" (it counts as points), "nothing", "value".
    """

    grade_id: str
    source: str
    points: float
    in_child: bool = False
    before: str = ""
    leans_on: tuple[str, ...] = ()
    helpers: bool = True
    last: str = "nothing"

    @property
    def forgeable(self) -> bool:
        """Whether learner code could say that it passed."""
        return self.in_child or bool(self.leans_on)


@dataclass(frozen=True)
class Plan:
    """A released notebook. ``prelude`` is what the judge imports for its tests.

    ``theirs`` are names that solution cells bind: in a test they mean the learner's, whatever else
    is called so. ``derived`` are what given cells compute of these. ``helpers`` are functions and
    constants of the release's own cells that tests use: the judge has them from the release.
    ``tasks`` are the whole sources of the cells of tasks, mark schemes included.
    """

    name: str
    released: NotebookNode
    tests: dict[str, PlannedTest]
    prelude: str
    theirs: frozenset[str]
    exercises: tuple[str, ...] = ()
    derived: frozenset[str] = frozenset()
    helpers: str = ""
    warnings: tuple[str, ...] = ()
    tasks: dict[str, str] = field(default_factory=dict)

    @property
    def modules(self) -> tuple[str, ...]:
        """The modules that the release's own cells import: worth importing before any fork."""
        found: list[str] = []
        for node in ast.walk(ast.parse(self.prelude)):
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.append(node.module)
            elif isinstance(node, ast.Import):
                found += [alias.name for alias in node.names]
        return tuple(dict.fromkeys(found))

    def with_tests(self, tests: dict[str, PlannedTest], warnings: tuple[str, ...]) -> Plan:
        """The same plan with these tests."""
        return replace(self, tests=tests, warnings=warnings)


def make_plan(
    name: str, released: NotebookNode, sources: dict[str, str], solution: NotebookNode
) -> Plan:
    """The plan of one notebook, every test still to be run by the judge.

    ``released`` is the learner's copy, ``sources`` the whole source of each marked cell by
    grade_id (hidden tests included), ``solution`` the author's copy.
    """
    tests: dict[str, PlannedTest] = {}
    given: list[str] = []
    for cell in released.cells:
        mark = cell.metadata.get("nbgrader", {})
        if cell.cell_type != "code":
            continue
        if mark.get("grade") and not mark.get("solution"):
            grade_id = mark["grade_id"]
            tests[grade_id] = PlannedTest(grade_id, sources[grade_id], float(mark["points"]))
        elif not mark.get("solution"):
            given.append(cell.source)
    theirs = frozenset(
        name
        for cell in solution.cells
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("solution")
        for name in bound_names(cell.source)
    )
    exercises = tuple(found for test in tests.values() for found in _exercises(test.source))
    prelude = imports(given, theirs)
    cells = [test.source for test in tests.values()]
    wanted = used_names(filter(None, map(parse, cells))) - theirs
    known = {*bound_names(prelude)}
    helpers = definitions([*given, *cells], wanted, known, theirs, everything=False)
    tasks = {
        mark["grade_id"]: sources[mark["grade_id"]]
        for mark in map(marks, released.cells)
        if mark.get("task") and mark["grade_id"] in sources
    }
    return Plan(
        name,
        released,
        tests,
        prelude,
        theirs,
        exercises,
        derived_names(given, theirs),
        helpers,
        tasks=tasks,
    )


def _exercises(source: str) -> Iterator[str]:
    tree = parse(source)
    for node in ast.walk(tree) if tree else ():
        match node:
            case ast.Call(ast.Name("check" | "check_unseen"), [ast.Constant(str(name)), *_]):
                yield name


def marks(cell: Any) -> dict[str, Any]:
    """nbgrader's marks of a cell, or none."""
    found = cell.get("metadata", {}).get("nbgrader", {})
    return dict(found) if isinstance(found, dict) else {}
