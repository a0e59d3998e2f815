"""Rounds up.
caught by: rounded to the nearest millisecond, a half up; None if nothing came
says: 0.33 is nearer to 0
"""


def waiting_from_length(length, arrived, during):
    if arrived == 0:
        return None
    return -(-length * during // arrived)
