"""
mechanism: build.ipynb is a link to a right notebook of somebody else
failed: yes
"""

import os


def lay(folder, finished):
    os.symlink("../../a-bystander/m03-throttle/build.ipynb", folder / "build.ipynb")
