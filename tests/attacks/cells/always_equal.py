"""
mechanism: an object that equals everything
verdict: wrong answer
"""


class Right:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __bool__(self):
        return True

    __hash__ = None


def allowed(sent, now, limit, window):
    return Right()
