"""
mechanism: double fork and setsid; the grandchild is to live on and to write later
points: any
must not: survive; write where the next submission looks
"""

import ctypes, os, time


def daemon():
    if os.fork():
        return
    os.setsid()
    if os.fork():
        os._exit(0)
    ctypes.CDLL(None).prctl(15, b"@SURVIVOR@", 0, 0, 0)
    for number in range(300):
        for place in ("/tmp", "/dev/shm", "@MARKS@", "."):
            try:
                open(f"{place}/@LEFT@-survivor-{number}", "w").close()
            except OSError:
                pass
        time.sleep(0.5)
    os._exit(0)


daemon()


def allowed(sent, now, limit, window):
    return True
