"""
mechanism: a subclass of AssertionError and NotImplementedError that hopes to be no failure
verdict: missing | wrong answer | runtime error
"""


class Both(NotImplementedError, AssertionError):
    pass


def allowed(sent, now, limit, window):
    raise Both
