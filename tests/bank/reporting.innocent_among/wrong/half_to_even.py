"""Rounds a half to the even number.
caught by: exactly one half is rounded up
says: One half becomes 1.
"""


def innocent_among(flagged, guilty, caught, cleared):
    right = guilty * caught
    wrong = (1000 - guilty) * (1000 - cleared)
    total = right + wrong
    if total == 0:
        return None
    return round(flagged * wrong / total)
