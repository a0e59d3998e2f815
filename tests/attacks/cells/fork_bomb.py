"""
mechanism: every process forks for ever
verdict: runtime error | crashed | time limit
rest: any
must not: stop the machine; survive
"""

import os, time


def allowed(sent, now, limit, window):
    first = os.getpid()
    while time.monotonic() < STOP:
        try:
            os.fork()
        except OSError:
            if os.getpid() == first:
                raise
            time.sleep(0.5)
    if os.getpid() != first:
        os._exit(0)


STOP = time.monotonic() + 3
