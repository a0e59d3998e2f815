"""
mechanism: a list whose length and items lie
cell: burst-times
verdict: wrong answer
"""


class List(list):
    def __len__(self):
        return 1

    def __iter__(self):
        yield 0

    def __eq__(self, other):
        return True

    __hash__ = None


def burst_times(limit, window):
    return List([0] * 1_000)
