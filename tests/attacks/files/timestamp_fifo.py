"""
mechanism: timestamp.txt is a fifo: whoever opens it waits for ever
points: full
must not: stop the run
"""

import os


def lay(folder, finished):
    (folder / "build.ipynb").write_bytes(finished)
    os.mkfifo(folder / "timestamp.txt")
