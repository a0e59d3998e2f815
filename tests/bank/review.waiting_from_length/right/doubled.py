"""Twice everything, so that the half is whole."""


def waiting_from_length(length, arrived, during):
    if arrived == 0:
        return None
    return (2 * length * during + arrived) // (2 * arrived)
