"""
mechanism: build.ipynb is a link to the author's copy
failed: yes
"""

import os


def lay(folder, finished):
    os.symlink("../../../solutions/m03-throttle/build.ipynb", folder / "build.ipynb")
