"""Returns 0 if nobody waits, although nothing came.
caught by: rounded to the nearest millisecond, a half up; None if nothing came
says: Nothing has come
"""


def waiting_from_length(length, arrived, during):
    if length == 0:
        return 0
    if arrived == 0:
        return None
    return (2 * length * during + arrived) // (2 * arrived)
