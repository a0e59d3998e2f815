"""Takes the share of innocent that are flagged.
caught by: counts the innocent among the flagged
says: One in a hundred is guilty: most flags are wrong.
"""


def innocent_among(flagged, guilty, caught, cleared):
    right = guilty * caught
    wrong = (1000 - guilty) * (1000 - cleared)
    total = right + wrong
    if total == 0:
        return None
    return flagged * (1000 - cleared) // 1000
