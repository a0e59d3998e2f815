"""
mechanism: a plain list of numbers that lie about themselves
cell: burst-times
verdict: wrong answer
"""


class Time(int):
    def __lt__(self, other):
        return True

    def __ge__(self, other):
        return True

    def __floordiv__(self, other):
        return -1

    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


def burst_times(limit, window):
    return [Time(0) for _ in range(2 * limit)]
