"""Attacks on plain ``assert`` cells: values that are right to cross and slow to use.

``python -m tests.attacks.plain`` judges them as ``fairmark grade`` does, a neighbour after
each, and prints as JSON who got how many points.
"""

from __future__ import annotations

import json
import resource
import tempfile
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from fairmark.judge.notebook import Budget
from fairmark.judge.plan import make_plan
from fairmark.launch import Limits
from fairmark.pool import Pool, Task

TESTS = {
    "map": "assert all(map(f, [1, 2, 3]))",
    "loop": "for x in f(3): assert x < 10**30",
    "sum": "assert sum(f(3)) == 6",
    "changed": "x = []\nf(x)\nassert sum(*x) == 6",
    "power": "assert 2 ** int(f(3)) == 8",
}
#: By name: the test that is attacked, and the answer.
ATTACKS = {
    "stop_iteration": ("map", "def f(x): raise StopIteration"),
    "range_in_a_loop": ("loop", "def f(x): return range(10**18)"),
    "range_in_a_sum": ("sum", "def f(x): return range(10**18)"),
    "range_in_an_argument": ("changed", "def f(x): x.append(range(10**18))"),
    "decimal_exponent": (
        "power",
        "from decimal import Decimal\ndef f(x): return Decimal('1e999999999')",
    ),
}


def _marked(source: str, name: str, *, answer: bool) -> nbformat.NotebookNode:
    mark = {
        "grade_id": name, "solution": answer, "grade": not answer, "locked": not answer,
        "points": 1, "schema_version": 3, "task": False,
    }  # fmt: skip
    return new_code_cell(source, metadata={"nbgrader": mark})


def _notebook(answer: str, test: str) -> nbformat.NotebookNode:
    return new_notebook(cells=[_marked(answer, "f", answer=True), _marked(test, "t", answer=False)])


def main() -> None:
    """Judge each attack with a neighbour after it."""
    resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
    right = "def f(x): return x"
    came: dict[str, float] = {}
    limits = Limits(wall_seconds=3, memory_bytes=300 << 20)
    with tempfile.TemporaryDirectory() as folder:
        for name, (kind, answer) in ATTACKS.items():
            released = _notebook(right, TESTS[kind])
            plan = make_plan("p", released, {"f": right, "t": TESTS[kind]}, released)
            good = right if kind in ("map", "power") else "def f(x): return [1, 2, 3]"
            if kind == "changed":
                good = "def f(x): x.append([1, 2, 3])"
            tasks = []
            for student, text in ((name, answer), (f"{name}-neighbour", good)):
                path = Path(folder, f"{student}.ipynb")
                nbformat.write(_notebook(text, TESTS[kind]), path)
                tasks.append(Task(student, {"p": path}, {}))
            with Pool(None, limits) as pool:
                solution = _notebook(good, TESTS[kind])
                pool.prepare({"p": plan}, {"p": solution}, Budget(3, 3))
                for done in pool.judge_all(tasks, 1):
                    points = [j.points for g in done.graded for j in g.judged.values()]
                    came[done.student] = sum(points)
                    print(json.dumps({done.student: came[done.student]}), flush=True)


if __name__ == "__main__":
    main()
