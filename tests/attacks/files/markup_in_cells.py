"""
mechanism: scripts, links and forms in Markdown and raw cells, shown to whoever reads the notebook
points: full
never: <script>alert|<img[^>]*onerror|href=.?javascript:|<iframe|<form
"""

import nbformat


def make(finished):
    notebook = nbformat.reads(finished.decode(), as_version=4)
    bad = "<script>alert(1)</script><img src=x onerror=alert(1)>[x](javascript:alert(1))<iframe src=//x></iframe><form action=//x>"
    notebook.cells += [nbformat.v4.new_markdown_cell(bad), nbformat.v4.new_raw_cell(bad)]
    notebook.cells[-1].metadata["format"] = notebook.cells[-1].metadata["raw_mimetype"] = (
        "text/html"
    )
    return nbformat.writes(notebook).encode()
