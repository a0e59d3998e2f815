"""Divides by zero if nothing came.
caught by: rounded to the nearest millisecond, a half up; None if nothing came
says: ZeroDivisionError
"""


def waiting_from_length(length, arrived, during):
    return (2 * length * during + arrived) // (2 * arrived)
