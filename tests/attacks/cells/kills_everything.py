"""
mechanism: kill(-1, SIGKILL): everything it may signal
verdict: wrong answer | runtime error | crashed
must not: end the server or the judge
"""

import os, signal


def allowed(sent, now, limit, window):
    for target in (-1, 0):
        try:
            os.kill(target, signal.SIGCONT)
            os.kill(-1, signal.SIGKILL)
        except OSError:
            pass
    return True
