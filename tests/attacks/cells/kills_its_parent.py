"""
mechanism: SIGKILL to its parent and to the judge
verdict: wrong answer | runtime error | crashed
must not: end the keeper, the server or the judge
"""
import os, signal

def allowed(sent, now, limit, window):
    for pid in (os.getppid(), @JUDGE@, 1):
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            pass
    return True
