"""
mechanism: an alarm and signal handlers of its own
"""

import signal

signal.signal(signal.SIGALRM, lambda *a: None)
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)


def allowed(sent, now, limit, window):
    return sum(now - window < t <= now for t in sent) < limit
