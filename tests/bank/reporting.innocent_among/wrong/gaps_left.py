"""The gaps are still there.
caught by: counts the innocent among the flagged
says: is not written yet
"""


def innocent_among(flagged, guilty, caught, cleared):
    right = guilty * caught
    raise NotImplementedError()
    total = right + wrong
    if total == 0:
        return None
    raise NotImplementedError()
