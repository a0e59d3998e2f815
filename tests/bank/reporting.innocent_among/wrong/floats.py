"""Computes with floats.
caught by: exactly one half is rounded up
says: Large numbers stay exact.
"""


def innocent_among(flagged, guilty, caught, cleared):
    right = guilty * caught
    wrong = (1000 - guilty) * (1000 - cleared)
    total = right + wrong
    if total == 0:
        return None
    return int(flagged * wrong / total + 0.5)
