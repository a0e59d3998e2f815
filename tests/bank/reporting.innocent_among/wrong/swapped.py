"""Takes the two rates for each other.
caught by: counts the innocent among the flagged
says: It clears nearly all the innocent.
"""


def innocent_among(flagged, guilty, cleared, caught):
    right = guilty * caught
    wrong = (1000 - guilty) * (1000 - cleared)
    total = right + wrong
    if total == 0:
        return None
    return (2 * flagged * wrong + total) // (2 * total)
