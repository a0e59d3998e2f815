"""
mechanism: asks for the lowest priority for all processes of its user, the server's too
verdict: wrong answer
must not: slow down the next submission (the bystander prints its priority)
"""

import ctypes, os

for which, who in (
    (os.PRIO_USER, 0),
    (os.PRIO_USER, os.getuid()),
    (os.PRIO_PGRP, os.getpgid(os.getppid())),
    (os.PRIO_PROCESS, os.getppid()),
):
    try:
        os.setpriority(which, who, 19)
    except OSError:
        pass
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall(251, 3, os.getuid(), (3 << 13))


def allowed(sent, now, limit, window):
    return True
