"""
mechanism: raises KeyboardInterrupt, which would end a careless judge
verdict: runtime error
"""


def allowed(sent, now, limit, window):
    raise KeyboardInterrupt
