"""Rounds the time for one before it multiplies.
caught by: rounded to the nearest millisecond, a half up; None if nothing came
says: 2.5 is rounded up
"""


def waiting_from_length(length, arrived, during):
    if arrived == 0:
        return None
    return length * ((2 * during + arrived) // (2 * arrived))
