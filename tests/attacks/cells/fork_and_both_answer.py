"""
mechanism: forks in the call, so that two processes answer one request
points: any
rest: any
must not: get an answer believed that was given to another request
"""

import os


def allowed(sent, now, limit, window):
    os.fork()
    return sum(1 for t in sent if now - window < t <= now) < limit
