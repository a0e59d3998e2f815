"""
mechanism: a folder called build.ipynb
failed: yes
"""


def lay(folder, finished):
    (folder / "build.ipynb").mkdir()
    (folder / "build.ipynb" / "build.ipynb").write_bytes(finished)
