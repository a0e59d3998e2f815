"""
mechanism: opens the gradebook by its path and prints the students
verdict: wrong answer
"""

import sqlite3

for path in (
    "@COURSE@/gradebook.db",
    "gradebook.db",
    "../gradebook.db",
    "/proc/@JUDGE@/cwd/gradebook.db",
):
    try:
        print(
            sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            .execute("select * from student")
            .fetchall()
        )
        print(open(path, "rb").read(100_000))
    except Exception as error:
        print(type(error).__name__)


def allowed(sent, now, limit, window):
    return True
