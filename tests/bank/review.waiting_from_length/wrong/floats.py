"""Divides into a float.
caught by: the wait that belongs to a queue's length
says: Large numbers stay exact
"""


def waiting_from_length(length, arrived, during):
    if arrived == 0:
        return None
    return int(length * during / arrived + 0.5)
