"""A list of objects whose repr raises.
caught by: a burst for limit 3 and window 10 seconds
says: got [<Moment object>, <Moment object>
"""


class Moment:
    def __repr__(self):
        raise ValueError("no repr")


def burst_times(limit, window):
    return [Moment() for _ in range(limit + 1)]
