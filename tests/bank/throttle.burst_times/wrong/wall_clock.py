"""Times of today, which lie in no particular place in the window.
caught by: a burst for limit 3 and window 10 seconds
says: whole milliseconds (int) from 0 on
"""

import time


def burst_times(limit, window):
    return [time.time() * 1000] * (limit + 1)
