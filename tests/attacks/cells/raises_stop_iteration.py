"""
mechanism: StopIteration, which ends a careless loop over cases as if all had passed
verdict: runtime error
"""


def allowed(sent, now, limit, window):
    raise StopIteration
