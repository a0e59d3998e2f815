"""
mechanism: deletes every test cell
verdict: wrong answer
finding: was deleted (put back)
"""

import nbformat

ANSWERS = {"allowed": "def allowed(*a): return True"}


def make(finished):
    notebook = nbformat.reads(finished.decode(), as_version=4)
    notebook.cells = [c for c in notebook.cells if not c.metadata.get("nbgrader", {}).get("grade")]
    return nbformat.writes(notebook).encode()
