"""
mechanism: a timestamp.txt that is no time
points: full
finding: timestamp.txt holds no time
must not: stop the run
"""
def lay(folder, finished):
    (folder / "build.ipynb").write_bytes(finished)
    (folder / "timestamp.txt").write_text("never \x1b[2J")
