"""Whole numbers, and half of the divisor added before dividing."""


def innocent_among(flagged, guilty, caught, cleared):
    right = guilty * caught
    wrong = (1000 - guilty) * (1000 - cleared)
    total = right + wrong
    if total == 0:
        return None
    return (2 * flagged * wrong + total) // (2 * total)
