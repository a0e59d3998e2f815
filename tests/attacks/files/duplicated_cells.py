"""
mechanism: each test cell three times, and the answer again after its checks
verdict: wrong answer
finding: stands there twice (the last one counts)
"""

import copy
import json
import nbformat

ANSWERS = {"allowed": "def allowed(*a): return True"}


def make(finished):
    notebook = nbformat.reads(finished.decode(), as_version=4)
    again = [copy.deepcopy(c) for c in notebook.cells if "nbgrader" in c.metadata]
    notebook.cells += again + again
    return json.dumps(notebook).encode()
