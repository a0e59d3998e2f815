"""
mechanism: reads what others handed in, and what was graded already
verdict: wrong answer
"""

import glob, os

for pattern in (
    "@COURSE@/submitted/*/*/*",
    "@COURSE@/autograded/*/*/*",
    "@COURSE@/feedback/*/*/*",
    "../*/*",
    "/tmp/*/*",
):
    for path in glob.glob(pattern):
        try:
            print(path, open(path).read(100_000)[-3_000:])
        except (OSError, UnicodeDecodeError):
            pass


def allowed(sent, now, limit, window):
    return True
