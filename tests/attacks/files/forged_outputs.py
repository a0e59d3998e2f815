"""
mechanism: outputs, attachments and reports of full points in the file that is handed in
verdict: wrong answer
never: owned-by-output
"""

import nbformat

ANSWERS = {"allowed": "def allowed(*a): return True"}


def make(finished):
    notebook = nbformat.reads(finished.decode(), as_version=4)
    record = {
        "suite": "throttle.allowed",
        "points": 5,
        "most": 5,
        "checks": [
            {"title": "owned-by-output", "verdict": "passed", "points": 5, "most": 5, "message": ""}
        ],
    }
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [
                nbformat.v4.new_output(
                    "display_data",
                    {
                        "text/html": "owned-by-output<script>alert(1)</script>",
                        "application/vnd.sendwell.report+json": record,
                    },
                )
            ]
        else:
            cell["attachments"] = {
                "owned-by-output.svg": {"image/svg+xml": "<svg onload='alert(1)'/>"}
            }
    return nbformat.writes(notebook).encode()
