"""
mechanism: names of Python's and of the course used for its own things
"""

type = id = input = "mine"
check_it = expect = Report = None


def allowed(sent, now, limit, window):
    return sum(now - window < t <= now for t in sent) < limit
