"""
mechanism: swaps the ids of answers and checks: the check's text is the answer, and the reverse
verdict: missing | runtime error
"""

import nbformat


def make(finished):
    notebook = nbformat.reads(finished.decode(), as_version=4)
    swap = {"allowed": "check-allowed", "check-allowed": "allowed"}
    for cell in notebook.cells:
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("grade_id") in swap:
            mark["grade_id"] = swap[mark["grade_id"]]
    return nbformat.writes(notebook).encode()
