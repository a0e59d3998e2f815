"""
mechanism: timestamp.txt is a link to a file without end
points: full
must not: stop the run
"""

import os


def lay(folder, finished):
    (folder / "build.ipynb").write_bytes(finished)
    os.symlink("/dev/zero", folder / "timestamp.txt")
