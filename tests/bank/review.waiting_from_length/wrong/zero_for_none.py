"""Returns 0 if nothing came.
caught by: rounded to the nearest millisecond, a half up; None if nothing came
says: there is no pace
"""


def waiting_from_length(length, arrived, during):
    if arrived == 0:
        return 0
    return (2 * length * during + arrived) // (2 * arrived)
