"""
mechanism: another kernel, another language, widget state and scripts in the notebook's metadata
verdict: wrong answer
never: owned-by-metadata
"""

import nbformat

ANSWERS = {"allowed": "def allowed(*a): return True"}


def make(finished):
    notebook = nbformat.reads(finished.decode(), as_version=4)
    notebook.metadata.update(
        kernelspec={"name": "owned-by-metadata", "display_name": "x", "language": "bash"},
        language_info={"name": "bash", "file_extension": "../../x"},
        title="owned-by-metadata<script>alert(1)</script>",
        widgets={"x": "owned-by-metadata"},
    )
    return nbformat.writes(notebook).encode()
