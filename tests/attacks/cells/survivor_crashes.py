"""
mechanism: its child takes a session of its own, then the process that the keeper watches dies
verdict: crashed
must not: survive
"""

import ctypes, os, time


def allowed(sent, now, limit, window):
    if os.fork() == 0:
        os.setsid()
        ctypes.CDLL(None).prctl(15, b"@SURVIVOR@", 0, 0, 0)
        time.sleep(300)
        os._exit(0)
    os.abort()
