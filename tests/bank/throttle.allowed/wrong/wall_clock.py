"""Looks at the computer's clock in place of now.
caught by: counts the sends in the window and compares with the limit
says: Both places are taken.
"""

import time


def allowed(sent, now, limit, window):
    now = int(time.time() * 1000)
    return sum(now - window < t <= now for t in sent) < limit
