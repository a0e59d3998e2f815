"""The attacks that are safe to run, against stock nbgrader too: ``python -m tests.attacks.stock``.

Stock nbgrader runs learner code with your rights, so only those are run here that change nothing
outside their own process: no bombs, no floods, nothing that kills, writes or connects.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.attacks.lay import MOST, Attack, Run, Scene, attacks, scene
from tests.course import ASSIGNMENT
from tools.build import nbgrader_environment

SAFE = frozenset(
    {
        "cells/always_equal", "cells/class_lie", "cells/cleared_exercises", "cells/fake_modules",
        "cells/float_subclass", "cells/imports_the_tests", "cells/int_subclass",
        "cells/kept_lie", "cells/list_of_proxies", "cells/list_subclass", "cells/numpy_lie",
        "cells/patched_ast", "cells/patched_checks", "cells/patched_run_cell",
        "cells/patched_transformers", "cells/proxy", "cells/raises_not_implemented",
        "cells/reads_frames", "cells/reads_history", "cells/reads_objects", "cells/reads_source",
        "cells/redefined_check", "cells/returns_its_argument", "cells/returns_nan",
        "cells/exit_in_the_cell", "cells/exit_in_the_call", "cells/system_exit_in_the_call",
        "files/deleted_checks", "files/duplicated_cells", "files/edited_checks",
        "files/forged_outputs", "files/grade_false", "files/points_1000", "files/reordered_cells",
        "files/retagged_cells", "files/skip_execution_tag",
        "honest/byte_order_mark", "honest/numpy_scalars", "honest/prints_much",
        "honest/shadowed_builtins", "honest/threads", "honest/warns",
    }
)  # fmt: skip


def stock_points(course: Path, attack: Attack) -> float | None:
    """What nbgrader gives for the attacked exercise; None if it gives no verdict."""
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", ASSIGNMENT, "--student", attack.student],
        cwd=course,
        env=nbgrader_environment() | {"SENDWELL_PROGRESS": ""},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if done.returncode:
        return None
    with sqlite3.connect(course / "gradebook.db") as database:
        (points,) = database.execute(
            "select sum(coalesce(g.manual_score, g.auto_score, 0)) from submitted_assignment sa "
            "join submitted_notebook sn on sn.assignment_id = sa.id "
            "join grade g on g.notebook_id = sn.id join base_cell b on b.id = g.cell_id "
            "where sa.student_id = ? and b.name in (?, ?)",
            (attack.student, f"check-{attack.cell}", f"unseen-{attack.cell}"),
        ).fetchone()
    return float(points or 0)


def rows(made: Scene, run: Run) -> list[str]:
    """A Markdown row an attack: what it earns with each, of how much."""
    course = made.folder / "stock"
    subprocess.run(["cp", "-a", str(made.folder / "laid"), str(course)], check=True)
    lines = []
    for attack in attacks():
        if f"{attack.kind}/{attack.name}" not in SAFE:
            continue
        stock = stock_points(course, attack)
        ours = None if attack.student in run.failed else run.points(attack.student, attack.cell)
        most = MOST[attack.cell]
        theirs, mine = (
            "no verdict" if points is None else f"{points:g} of {most}" for points in (stock, ours)
        )
        kind = "honest: " if attack.honest else ""
        lines.append(f"| {kind}{attack.facts['mechanism']} | {theirs} | {mine} |")
        print(lines[-1], flush=True)
    return lines


def main() -> None:
    """Print the table."""
    with scene() as made:
        print("| attack | stock nbgrader | fairmark |\n|---|---|---|")
        rows(made, made.grade("a"))


if __name__ == "__main__":
    main()
