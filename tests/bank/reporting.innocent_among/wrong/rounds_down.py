"""Rounds down.
caught by: counts the innocent among the flagged
says: Got 916, expected 917.
"""


def innocent_among(flagged, guilty, caught, cleared):
    right = guilty * caught
    wrong = (1000 - guilty) * (1000 - cleared)
    total = right + wrong
    if total == 0:
        return None
    return flagged * wrong // total
