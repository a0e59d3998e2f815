"""
mechanism: its test cells are no test cells any more: grade false, solution true, locked false
verdict: wrong answer
finding: the check 'check-allowed' was changed (put back)
"""

import nbformat

ANSWERS = {"allowed": "def allowed(*a): return True"}


def make(finished):
    notebook = nbformat.reads(finished.decode(), as_version=4)
    for cell in notebook.cells:
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("grade"):
            mark.update(grade=False, solution=True, locked=False, task=True, points=None)
            cell.source = "8"
            cell.cell_type = "code"
    return nbformat.writes(notebook).encode()
