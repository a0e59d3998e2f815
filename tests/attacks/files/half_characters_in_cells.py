"""
mechanism: halves of characters and NULs in sources, as JSON allows
verdict: missing | wrong answer | runtime error
rest: full
"""

import json


def make(finished):
    notebook = json.loads(finished)
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "allowed":
            cell["source"] = "def allowed(*a):\n    return '\ud800\x00'"
    notebook["cells"].append(
        {"cell_type": "markdown", "source": "\ud800 \x00", "metadata": {}, "id": "y"}
    )
    return json.dumps(notebook).encode()
