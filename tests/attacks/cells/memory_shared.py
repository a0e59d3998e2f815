"""
mechanism: fills shared memory in place of its own
verdict: memory limit | runtime error | crashed | output limit | wrong answer
must not: leave the shared memory behind
"""

import os


def allowed(sent, now, limit, window):
    for place in ("/dev/shm", "/tmp", "."):
        for number in range(100):
            with open(f"{place}/@LEFT@-{number}", "wb") as file:
                file.write(b"x" * 10_000_000)
    return True
