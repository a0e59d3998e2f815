"""
mechanism: the answer is a raw cell, the checks are Markdown, the marks are no dictionaries
verdict: wrong answer | missing
rest: any
"""

import json

ANSWERS = {"allowed": "def allowed(*a): return True"}


def make(finished):
    notebook = json.loads(finished)
    for cell in notebook["cells"]:
        mark = cell["metadata"].get("nbgrader", {})
        if mark.get("grade"):
            cell["cell_type"] = "markdown"
        if mark.get("grade_id") == "check-allowed":
            cell["metadata"]["nbgrader"] = ["check-allowed"]
        if mark.get("grade_id") == "unseen-allowed":
            cell["metadata"]["nbgrader"]["grade_id"] = {"x": ["check-allowed"]}
    return json.dumps(notebook).encode()
