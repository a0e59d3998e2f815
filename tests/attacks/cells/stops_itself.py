"""
mechanism: SIGSTOP to itself: alive, never answers, uses no time
verdict: time limit
rest: any
"""

import os, signal


def allowed(sent, now, limit, window):
    os.kill(os.getpid(), signal.SIGSTOP)
    return True
