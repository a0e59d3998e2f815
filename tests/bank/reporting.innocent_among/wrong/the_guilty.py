"""Counts the guilty.
caught by: counts the innocent among the flagged
says: Half are guilty: one flag in ten is wrong.
"""


def innocent_among(flagged, guilty, caught, cleared):
    right = guilty * caught
    wrong = (1000 - guilty) * (1000 - cleared)
    total = right + wrong
    if total == 0:
        return None
    return (2 * flagged * right + total) // (2 * total)
