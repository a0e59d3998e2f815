"""
mechanism: SIGKILL to itself
verdict: crashed
"""

import os, signal


def allowed(sent, now, limit, window):
    os.kill(os.getpid(), signal.SIGKILL)
