"""
mechanism: 1,500 cells of its own, each of which is said to have shown 8 million characters
points: any
rest: any
must not: cost the judge 12 GB, nor fill the disk
"""

import nbformat

PATCH = """
import sys


def ours():
    frame = sys._getframe()
    while not hasattr(frame.f_locals.get("self"), "try_steps"):
        frame = frame.f_back
    return frame.f_locals["self"]


child = ours()
stream = {"output_type": "stream", "name": "stdout", "text": "x" * (1 << 20)}
flood = child.pack({"outputs": [stream] * 8, "success": True, "error": None})
old = child.answer
child.answer = lambda op, data: ["value", flood, []] if op == "run_cell" else old(op, data)
"""


def make(finished):
    notebook = nbformat.reads(finished.decode(), as_version=4)
    notebook.cells += [nbformat.v4.new_code_cell(one) for one in (PATCH, *["x"] * 1_500)]
    return nbformat.writes(notebook).encode()
