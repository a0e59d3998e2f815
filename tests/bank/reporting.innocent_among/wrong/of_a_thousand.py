"""Always for 1,000 flagged.
caught by: counts the innocent among the flagged
says: The share is the same for 50 flagged.
"""


def innocent_among(flagged, guilty, caught, cleared):
    right = guilty * caught
    wrong = (1000 - guilty) * (1000 - cleared)
    total = right + wrong
    if total == 0:
        return None
    return (2 * 1000 * wrong + total) // (2 * total)
