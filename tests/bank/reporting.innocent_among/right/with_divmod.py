"""Divide with a rest, and look at the rest."""


def innocent_among(flagged, guilty, caught, cleared):
    wrong = (1000 - guilty) * (1000 - cleared)
    total = wrong + guilty * caught
    if not total:
        return None
    whole, rest = divmod(flagged * wrong, total)
    return whole + (2 * rest >= total)
