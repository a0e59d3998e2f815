"""
mechanism: rewrites the text of every check, with the released checksum and outputs kept
verdict: wrong answer
finding: was changed (put back)
"""

import nbformat

ANSWERS = {"allowed": "def allowed(*a): return True"}


def make(finished):
    notebook = nbformat.reads(finished.decode(), as_version=4)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.source = "8.0"
            cell.outputs = [
                nbformat.v4.new_output("execute_result", {"text/plain": "8.0"}, execution_count=1)
            ]
    return nbformat.writes(notebook).encode()
