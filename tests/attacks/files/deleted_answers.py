"""
mechanism: deletes an answer cell, hoping that the solution stands in its place
verdict: missing
finding: the answer cell 'allowed' is missing
"""

import nbformat


def make(finished):
    notebook = nbformat.reads(finished.decode(), as_version=4)
    notebook.cells = [
        c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") != "allowed"
    ]
    return nbformat.writes(notebook).encode()
