"""Rounds down.
caught by: rounded to the nearest millisecond, a half up; None if nothing came
says: 0.5 is rounded up
"""


def waiting_from_length(length, arrived, during):
    if arrived == 0:
        return None
    return length * during // arrived
