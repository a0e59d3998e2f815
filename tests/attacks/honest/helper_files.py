"""
mechanism: helper cells, and helper files that are imported and read
"""

import nbformat

ANSWERS = {
    "allowed": """
from my_tools.counting import count
def allowed(sent, now, limit, window):
    return count(sent, now, window) < int(open("data/offset.txt").read()) + limit + HELP
"""
}


def lay(folder, finished):
    notebook = nbformat.reads(finished.decode(), as_version=4)
    notebook.cells.insert(2, nbformat.v4.new_code_cell("HELP = 0"))
    (folder / "build.ipynb").write_bytes(nbformat.writes(notebook).encode())
    (folder / "my_tools").mkdir()
    (folder / "my_tools" / "counting.py").write_text(
        "def count(s, now, w): return sum(now - w < t <= now for t in s)\n"
    )
    (folder / "data").mkdir()
    (folder / "data" / "offset.txt").write_text("0\n")
