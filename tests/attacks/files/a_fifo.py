"""
mechanism: a fifo called build.ipynb: whoever opens it waits for ever
failed: yes
"""

import os


def lay(folder, finished):
    os.mkfifo(folder / "build.ipynb")
