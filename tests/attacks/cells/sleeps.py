"""
mechanism: sleeps for a day
verdict: time limit
rest: any
"""

import time


def allowed(sent, now, limit, window):
    time.sleep(86_400)
