"""
mechanism: its test cells are worth 1,000 points, and 1,000 more cells are worth something
verdict: wrong answer
"""

import nbformat

ANSWERS = {"allowed": "def allowed(*a): return True"}


def make(finished):
    notebook = nbformat.reads(finished.decode(), as_version=4)
    for cell in notebook.cells:
        if "points" in cell.metadata.get("nbgrader", {}):
            cell.metadata["nbgrader"]["points"] = 1000
    for number in range(20):
        mark = {
            "grade": True,
            "grade_id": f"more-{number}",
            "locked": True,
            "points": 100,
            "solution": False,
            "schema_version": 3,
            "task": False,
        }
        notebook.cells.append(nbformat.v4.new_code_cell("100", metadata={"nbgrader": mark}))
    return nbformat.writes(notebook).encode()
