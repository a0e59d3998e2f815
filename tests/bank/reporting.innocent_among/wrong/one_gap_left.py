"""The first gap is filled in, the second is not.
caught by: counts the innocent among the flagged
says: is not written yet
"""


def innocent_among(flagged, guilty, caught, cleared):
    right = guilty * caught
    wrong = (1000 - guilty) * (1000 - cleared)
    total = right + wrong
    if total == 0:
        return None
    raise NotImplementedError()
