"""0 where there is no answer.
caught by: the edges: nobody guilty, everybody guilty, nobody flagged
says: Nobody can be flagged.
"""


def innocent_among(flagged, guilty, caught, cleared):
    right = guilty * caught
    wrong = (1000 - guilty) * (1000 - cleared)
    total = right + wrong
    if total == 0:
        return 0
    return (2 * flagged * wrong + total) // (2 * total)
