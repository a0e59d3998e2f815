"""
mechanism: test cells first, answers last, so that the tests see what came before
verdict: wrong answer
"""

import nbformat

ANSWERS = {"allowed": "def allowed(*a): return True"}


def make(finished):
    notebook = nbformat.reads(finished.decode(), as_version=4)
    notebook.cells.sort(key=lambda c: not c.metadata.get("nbgrader", {}).get("grade"))
    return nbformat.writes(notebook).encode()
