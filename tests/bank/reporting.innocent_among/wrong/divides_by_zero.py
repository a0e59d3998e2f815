"""Divides by nothing.
caught by: the edges: nobody guilty, everybody guilty, nobody flagged
says: ZeroDivisionError
"""


def innocent_among(flagged, guilty, caught, cleared):
    right = guilty * caught
    wrong = (1000 - guilty) * (1000 - cleared)
    total = right + wrong
    return (2 * flagged * wrong + total) // (2 * total)
