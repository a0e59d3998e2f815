"""Count the rightly flagged, rounding a half down, and take them away."""


def innocent_among(flagged, guilty, caught, cleared):
    right = guilty * caught
    total = right + (1000 - guilty) * (1000 - cleared)
    if total == 0:
        return None
    return flagged - -((total - 2 * flagged * right) // (2 * total))
