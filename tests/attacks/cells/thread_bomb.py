"""
mechanism: starts threads until it cannot
verdict: runtime error | crashed
"""

import threading, time


def allowed(sent, now, limit, window):
    for _ in range(100_000):
        threading.Thread(target=time.sleep, args=(20,), daemon=True).start()
