"""Multiplies by the pace instead of dividing.
caught by: the wait that belongs to a queue's length
says: 300 at 100 an hour
"""


def waiting_from_length(length, arrived, during):
    if arrived == 0:
        return None
    return length * arrived // during
