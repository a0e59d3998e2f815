"""What an assignment's release says about each cell: fixed once, for all submissions."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from nbformat import NotebookNode

#: The kinds of cells. "answer": learners write it. "test": graded by running it. "manual": a
#: person grades it. "given": the release's own, never graded. "own": the learner's, unmarked.
KINDS = ("answer", "test", "manual", "given", "own")


@dataclass(frozen=True)
class PlannedTest:
    """A test cell of the release: its whole source, and how it is run.

    ``in_child`` tests run beside learner code and can be forged. ``partial`` ones end in a number
    that counts as points.
    """

    grade_id: str
    source: str
    points: float
    in_child: bool = False
    partial: bool = False


@dataclass(frozen=True)
class Plan:
    """A released notebook. ``prelude`` is what the judge imports for its tests.

    ``theirs`` are names that solution cells bind: in a test they mean the learner's, whatever else
    is called so.
    """

    name: str
    released: NotebookNode
    tests: dict[str, PlannedTest]
    prelude: str
    theirs: frozenset[str]
    exercises: tuple[str, ...] = ()
    warnings: tuple[str, ...] = field(default=())

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
    return Plan(name, released, tests, _imports(given, theirs), theirs, exercises)


def _imports(sources: list[str], theirs: frozenset[str]) -> str:
    """The import statements of the release's own cells, but for names that learners define."""
    found: list[str] = []
    for tree in filter(None, map(parse, sources)):
        for node in tree.body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [a for a in node.names if (a.asname or a.name) not in theirs]
                if names:
                    node.names = names
                    found.append(ast.unparse(node))
    return "\n".join(found)


def bound_names(source: str) -> Iterator[str]:
    """The names that a cell binds at its top level."""
    waiting: list[ast.AST] = [tree] if (tree := parse(source)) else []
    while waiting:
        node = waiting.pop()
        match node:
            case (
                ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.ClassDef(name=name)
            ):
                yield name
                continue  # what is bound inside stays inside
            case ast.Lambda() | ast.ListComp() | ast.SetComp() | ast.DictComp():
                continue
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.alias(name=name, asname=alias):
                yield (alias or name).partition(".")[0]
        waiting.extend(ast.iter_child_nodes(node))


def _exercises(source: str) -> Iterator[str]:
    tree = parse(source)
    for node in ast.walk(tree) if tree else ():
        match node:
            case ast.Call(ast.Name("check" | "check_unseen"), [ast.Constant(str(name)), *_]):
                yield name


def parse(source: str) -> ast.Module | None:
    """The syntax tree of a cell; None for what is no plain Python (magics, slips)."""
    lines = [
        "" if line.lstrip().startswith(("%", "!", "?")) else line for line in source.split("\n")
    ]
    try:
        return ast.parse("\n".join(lines))
    except (SyntaxError, ValueError, RecursionError):
        return None


def is_builtin(name: str) -> bool:
    """Whether Python itself defines the name."""
    return hasattr(builtins, name)


def marks(cell: Any) -> dict[str, Any]:
    """nbgrader's marks of a cell, or none."""
    found = cell.get("metadata", {}).get("nbgrader", {})
    return dict(found) if isinstance(found, dict) else {}
