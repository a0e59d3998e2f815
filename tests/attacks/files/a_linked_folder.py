"""
mechanism: the whole submission is a link to a neighbour's folder
failed: yes
"""

import os


def lay(folder, finished):
    folder.rmdir()
    os.symlink("../a-bystander/m03-throttle", folder)
