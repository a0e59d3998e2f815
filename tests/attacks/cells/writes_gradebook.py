"""
mechanism: gives itself and everybody points in the gradebook, by its path
verdict: wrong answer
must not: change any score
"""

import sqlite3

for path in ("@COURSE@/gradebook.db", "gradebook.db", "../../gradebook.db"):
    try:
        database = sqlite3.connect(path, timeout=1)
        database.execute("update grade set manual_score = 100, extra_credit = 100")
        database.commit()
    except Exception:
        pass


def allowed(sent, now, limit, window):
    return True
