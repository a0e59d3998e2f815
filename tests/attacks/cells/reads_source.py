"""
mechanism: reads the author's copy, the release and the helper files of the source folder
verdict: wrong answer
"""

import glob, os

for pattern in (
    "@COURSE@/solutions/**",
    "@COURSE@/course/**",
    "**",
    "../**",
    "/proc/@JUDGE@/root@COURSE@/solutions/**",
):
    for path in glob.glob(pattern, recursive=True):
        try:
            print(path, open(path).read(200_000))
        except (OSError, UnicodeDecodeError):
            pass


def allowed(sent, now, limit, window):
    return True
