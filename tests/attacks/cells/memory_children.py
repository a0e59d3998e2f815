"""
mechanism: many children, each with less memory than the limit
verdict: memory limit
must not: use more than the limit in all
"""

import os, time


def allowed(sent, now, limit, window):
    for _ in range(30):
        if os.fork() == 0:
            kept = bytearray(os.urandom(1_000_000) * 60)
            time.sleep(30)
            os._exit(0)
    time.sleep(5)
    return True
