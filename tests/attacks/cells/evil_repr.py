"""
mechanism: an object whose repr, str and name never come back
verdict: wrong answer
"""


class Meta(type):
    @property
    def __name__(cls):
        while True:
            pass


class Slow(metaclass=Meta):
    def __repr__(self):
        while True:
            pass

    __str__ = __format__ = __bool__ = __hash__ = __eq__ = __len__ = __repr__


def allowed(sent, now, limit, window):
    return Slow()
