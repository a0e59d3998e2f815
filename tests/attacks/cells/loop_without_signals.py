"""
mechanism: blocks every signal, ignores them too, and sleeps
verdict: time limit
rest: any
"""

import signal, time


def allowed(sent, now, limit, window):
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    for number in range(1, 32):
        try:
            signal.signal(number, signal.SIG_IGN)
        except OSError:
            pass
    while True:
        time.sleep(1)
