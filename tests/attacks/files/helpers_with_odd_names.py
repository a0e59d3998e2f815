"""
mechanism: helper files whose names are no text, and lie deep in folders
points: full
must not: stop the run
"""

import os


def lay(folder, finished):
    (folder / "build.ipynb").write_bytes(finished)
    base = os.fsencode(folder)
    for name in (
        b"\xff\xfe.txt",
        b"new\nline.txt",
        b"\x1b[2J.txt",
        b"\xff.ipynb",
        b"-rf.txt",
        b"...",
    ):
        with open(os.path.join(base, name), "wb") as file:
            file.write(b"x")
    deep = folder
    for _ in range(100):
        deep = deep / ("d" * 30)
    os.makedirs(deep)
