"""Forgets how rare the guilty are.
caught by: counts the innocent among the flagged
says: One in a hundred is guilty: most flags are wrong.
"""


def innocent_among(flagged, guilty, caught, cleared):
    right = caught
    wrong = 1000 - cleared
    total = right + wrong
    if total == 0:
        return None
    return (2 * flagged * wrong + total) // (2 * total)
