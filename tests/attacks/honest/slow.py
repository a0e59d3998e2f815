"""
mechanism: a quarter of a second in the first call
"""

import functools, time


@functools.cache
def wake_up():
    time.sleep(0.25)


def allowed(sent, now, limit, window):
    wake_up()
    return sum(now - window < t <= now for t in sent) < limit
