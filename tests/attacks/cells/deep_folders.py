"""
mechanism: leaves folders so deep that recursion cannot remove them, closed to everybody
points: any
must not: be left behind
"""

import os

for _ in range(2_000):
    os.mkdir("d")
    os.chdir("d")
os.chmod(".", 0)


def allowed(sent, now, limit, window):
    return True
