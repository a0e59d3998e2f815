"""None when nobody was flagged.
caught by: the edges: nobody guilty, everybody guilty, nobody flagged
says: Nobody was flagged.
"""


def innocent_among(flagged, guilty, caught, cleared):
    right = guilty * caught
    wrong = (1000 - guilty) * (1000 - cleared)
    total = right + wrong
    if total == 0 or flagged == 0:
        return None
    return (2 * flagged * wrong + total) // (2 * total)
