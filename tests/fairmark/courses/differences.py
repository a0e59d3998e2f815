"""Where fairmark's scores differ from stock nbgrader's: one class whose learners show it.

``python -m tests.fairmark.courses.differences`` writes the tables into docs/differences.md;
the tests beside this check each row with the real nbgrader, and that the page holds the tables.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell

from fairmark.intake import grade_id
from tests.fairmark.courses.foreign import ORIGINS
from tests.fairmark.courses.side import Course, answer, book, mark, test_cell
from tools.build import ROOT

PAGE = ROOT / "docs" / "differences.md"
#: What a grader makes of a cell: points, WAITS for a person, or no score at all.
WAITS, NOTHING = "waits", "no score"
#: Around the table in the page.
BEGIN, END = "<!-- table: written by tests/fairmark/courses/differences.py -->", "<!-- end -->"

CONFIG = "c.Execute.timeout = 4"
GIVEN = "import math\n\ndef same(a, b):\n    return math.isclose(a, b)"


def _square(name: str) -> list[Any]:
    """An exercise of 2 points: a square."""
    solved = f"def {name}(x):\n    return x * x"
    return [answer(name, solved), test_cell(f"test-{name}", 2, f"assert {name}(3) == 9")]


def _share(name: str) -> list[Any]:
    """An exercise of 2 points whose test ends in a number of points."""
    solved = f"def {name}(x):\n    return x / 4"
    return [answer(name, solved), test_cell(f"test-{name}", 2, f"2 * {name}(4)")]


def notebook() -> Any:
    """What the class is given."""
    return book(
        "# Squares and shares",
        new_code_cell(GIVEN, metadata=mark("given", locked=True)),
        *_square("one"),
        *_square("two"),
        *_square("three"),
        *_share("some"),
        *_share("part"),
        *_share("bit"),
        answer("root", "def root(x):\n    return x**0.5"),
        test_cell("test-root", 2, "assert same(root(2), 1.4142135623730951)"),
        new_markdown_cell("Say why.", metadata=mark("why", grade=True, solution=True, points=2)),
    )


CELLS = ("one", "two", "three", "some", "part", "bit", "root")


def cell_of(notebook: Any, name: str) -> Any:
    """The cell with this grade_id."""
    (found,) = (cell for cell in notebook.cells if grade_id(cell) == name)
    return found


def drop(*names: str) -> Callable[[Any], None]:
    """Delete these cells."""

    def change(notebook: Any) -> None:
        notebook.cells = [cell for cell in notebook.cells if grade_id(cell) not in names]

    return change


def skip_test(notebook: Any) -> None:
    cell_of(notebook, "test-one").metadata["tags"] = ["skip-execution"]


def copy_test(notebook: Any) -> None:
    twin = json.loads(json.dumps(cell_of(notebook, "test-one")))
    twin["id"] = "a-copy"
    notebook.cells.append(type(notebook.cells[0])(twin))


def move_test(notebook: Any) -> None:
    cell = cell_of(notebook, "test-one")
    notebook.cells.remove(cell)
    notebook.cells.insert(0, cell)


def unmark_test(notebook: Any) -> None:
    cell_of(notebook, "test-one").metadata.nbgrader["grade"] = False


def old_marks(notebook: Any) -> None:
    for cell in notebook.cells:
        if grade_id(cell):
            cell.metadata.nbgrader["schema_version"] = 1
            cell.metadata.nbgrader.pop("task", None)
            cell.metadata.nbgrader.pop("locked", None)


def body(name: str, lines: str) -> str:
    """The right answer, with ``lines`` before it."""
    return f"def {name}(x):\n    {lines}\n    return x * x"


def gives(name: str, value: str) -> str:
    """An answer that is always ``value``."""
    return f"def {name}(x):\n    return {value}"


HOOK = (
    "ip = get_ipython()\n"
    "ip.input_transformers_cleanup.append(lambda lines: ['pass\\n'])\n" + gives("one", "0")
)
EQUAL = "class Every:\n    def __eq__(self, other):\n        return True\n\n" + gives(
    "one", "Every()"
)
PATCHED = "import math\nmath.isclose = lambda *a, **k: True\n" + gives("root", "0")
TESTS = tuple(f"test-{name}" for name in CELLS)


@dataclass(frozen=True)
class Learner:
    """One who hands in the solution with ``answers`` in it, then changed, then as other bytes."""

    answers: dict[str, str]
    change: Callable[[Any], None] | None = None
    spoil: Callable[[Path], None] | None = None


def byte_order_mark(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())


def latin(path: Path) -> None:
    text = json.dumps(json.loads(path.read_text()), ensure_ascii=False)
    path.write_bytes(text.encode("latin-1"))


def another_name(path: Path) -> None:
    path.rename(path.with_name("book (1).ipynb"))


WRITTEN = {"why": "Because."}
#: Stock stops at "xold" and at "zztwice", and who follows is not graded: runs of their own.
RUNS = ("[a-w]*", "x*", "z*")
CLASS = {
    "dead": Learner(WRITTEN | {"two": body("two", "import os; os._exit(1)")}),
    "deleted": Learner(WRITTEN, drop("test-one", "two")),
    "empty": Learner(WRITTEN, drop("why")),
    "equal": Learner(WRITTEN | {"one": EQUAL, "root": PATCHED}),
    "hook": Learner(WRITTEN | {"one": HOOK}),
    "latin": Learner({"why": "perché"}, spoil=latin),
    "mark": Learner(WRITTEN, spoil=byte_order_mark),
    "moved": Learner(WRITTEN, move_test),
    "more": Learner(WRITTEN | {"some": gives("some", "3.0")}),
    "named": Learner(WRITTEN, spoil=another_name),
    "noisy": Learner(
        WRITTEN
        | {
            "one": body("one", "import warnings; warnings.warn('old')"),
            "two": body("two", "import sys; print('hm', file=sys.stderr)"),
            "three": "import logging\n" + body("three", "logging.warning('hm')"),
            "some": gives("some", "float('nan')"),
            "part": gives("part", "-1.0"),
            "bit": gives("bit", "'all'"),
            "root": "same = lambda a, b: True\n" + gives("root", "0"),
        }
    ),
    "skipped": Learner(WRITTEN | {"one": gives("one", "0")}, skip_test),
    "unmarked": Learner(WRITTEN | {"one": gives("one", "0")}, unmark_test),
    "xold": Learner(WRITTEN, old_marks),
    "xothers": Learner(WRITTEN),
    "zztwice": Learner(WRITTEN, copy_test),
    "zzzothers": Learner(WRITTEN),
}


def hand_in(course: Course) -> None:
    """Release the notebook and hand in the class's work."""
    course.release({"book": notebook()})
    for student, learner in CLASS.items():
        course.submit(student, learner.answers, change=learner.change)
        if learner.spoil:
            learner.spoil(course.submitted(student) / "book.ipynb")


@dataclass(frozen=True)
class Row:
    """A difference: who shows it, in which cells, and what each grader makes of them."""

    what: str
    student: str
    cells: tuple[str, ...]
    stock: float | str
    ours: float | str
    why: str


def row(
    what: str, student: str, cells: str, stock: float | str, ours: float | str, why: str
) -> Row:
    names = TESTS if cells == "all" else tuple(cells.split())
    return Row(what, student, names, stock, ours, why)


ROWS = (
    row("The answer is right and warns, logs, or writes to stderr", "noisy",
        "test-one test-two test-three", 0, 2,
        "What a program says on stderr is no proof that it is wrong."),
    row("The test cell is tagged `skip-execution`, the answer is wrong", "skipped", "test-one",
        2, 0, "Metadata come from the release; every test is run."),
    row("A test cell was deleted", "deleted", "test-one", WAITS, 2,
        "It is put back and run. (If it was graded before, stock keeps the old score.)"),
    row("A test cell was moved above the answer", "moved", "test-one", 0, 2,
        "Cells are run in the order of the release."),
    row("A test cell is marked as no test any more", "unmarked", "test-two", WAITS, 2,
        "Marks come from the release. Stock gives up the whole submission."),
    row("The same, and the answer is wrong", "unmarked", "test-one", WAITS, 0,
        "As above: a wrong answer is wrong."),
    row("A cell stands there twice, with the same id", "zztwice", "all", WAITS, 2,
        "The last one counts, and the instructor is told. Stock stops the whole run:"),
    row("Another learner, graded after that one", "zzzothers", "all", NOTHING, 2,
        "nobody after this learner gets a score."),
    row("The marks are those of an older nbgrader", "xold", "all", WAITS, 2,
        "Marks come from the release. Stock stops the whole run here too:"),
    row("Another learner, graded after that one", "xothers", "all", NOTHING, 2,
        "nobody after this learner gets a score."),
    row("The file begins with a byte order mark", "mark", "all", WAITS, 2,
        "Some editors on Windows write one; it is read."),
    row("The file is no UTF-8", "latin", "all", WAITS, 0,
        "It cannot be read. The run names the learner, exits with 1, and nothing waits in "
        "formgrader for somebody who cannot mend it."),
    row("The file has another name, as `book (1).ipynb`", "named", "all", WAITS, 0,
        "As above: the notebook was not handed in. The run names the file that is there."),
    row("A call ends Python (`os._exit`, a crash in C)", "dead",
        "test-one test-three test-some test-part test-bit test-root", WAITS, 2,
        "Only the test that called it fails. Stock gives up the whole submission."),
    row("That test itself", "dead", "test-two", WAITS, 0, "It has a verdict: crashed."),
    row("A manual answer was deleted", "empty", "why", WAITS, 0,
        "Nothing was written, as when it is still as it was released."),
    row("The test ends in more points than the cell has", "more", "test-some", WAITS, 2,
        "The cell's points are the most. Stock gives up the whole submission."),
    row("The test ends in nan", "noisy", "test-some", 2, 0,
        "No evidence, no points: where the author's solution shows a number of points, only a "
        "number earns any."),
    row("The test ends in a number below 0", "noisy", "test-part", 2, 0, "0 is the least."),
    row("The test ends in something that is no number", "noisy", "test-bit", 2, 0, "As for nan."),
    row("The answer is an object that equals everything", "equal", "test-one", 2, 0,
        "Plain values are compared outside the learner's process."),
    row("A library that the test uses was patched", "equal", "test-root", 2, 0,
        "The judge has a library of its own."),
    row("A helper function of the release was redefined", "noisy", "test-root", 2, 0,
        "The judge has the release's own."),
    row("Every later cell is turned into `pass`, by IPython's hooks", "hook", "test-one", 2, 0,
        "Tests are not run in the learner's IPython."),
)  # fmt: skip


def shown(side: Any, student: str, cell: str) -> float | str:
    """What a grader made of a cell."""
    key = (student, "book", cell)
    if key not in side.scores:
        return NOTHING
    return WAITS if key in side.waiting else float(side.scores[key])


def _said(made: float | str) -> str:
    words = {WAITS: "no score, waits", NOTHING: "no score"}
    return words[made] if isinstance(made, str) else f"{made:g} of 2"


def table() -> str:
    """The rows, in Markdown."""
    lines = ["| What the learner handed in | stock | fairmark | Why |", "|---|---|---|---|"]
    lines += [
        f"| {one.what} | {_said(one.stock)} | {_said(one.ours)} | {one.why} |" for one in ROWS
    ]
    return "\n".join(lines)


def courses_table() -> str:
    """The courses that others wrote, in Markdown: what they hold."""
    lines = [
        "| Course | Licence | Notebooks | Test cells | Manual cells, tasks | Other scores |",
        "|---|---|---|---|---|---|",
    ]
    for origin in ORIGINS:
        books = [nbformat.read(one.source, as_version=4) for one in origin.notebooks]
        marks = [cell.metadata.get("nbgrader", {}) for book in books for cell in book.cells]
        tests = sum(bool(one.get("grade") and not one.get("solution")) for one in marks)
        manual = sum(
            bool((one.get("grade") and one.get("solution")) or one.get("task")) for one in marks
        )
        lines.append(
            f"| {origin.what} | {origin.licence} | {len(books)} | {tests} | {manual} | none |"
        )
    return "\n".join(lines)


def page_with(page: str) -> str:
    """The page with both tables between their marks."""
    for made in (courses_table(), table()):
        before, _, rest = page.rpartition(BEGIN) if made == table() else page.partition(BEGIN)
        page = f"{before}{BEGIN}\n\n{made}\n\n{END}{rest.partition(END)[2]}"
    return page


if __name__ == "__main__":
    PAGE.write_text(page_with(PAGE.read_text()))
