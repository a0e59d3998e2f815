"""
mechanism: an object whose __class__ says bool
verdict: wrong answer
"""


class Liar:
    @property
    def __class__(self):
        return bool

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


def allowed(sent, now, limit, window):
    return Liar()
