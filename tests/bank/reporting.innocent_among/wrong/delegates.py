"""Asks the course, which can count the flagged of a crowd.
caught by: counts the innocent among the flagged
says: belongs to the course and answers this exercise
"""


def innocent_among(flagged, guilty, caught, cleared):
    from sendwell.widgets import crowd_rules

    found = crowd_rules.flagged(guilty, caught, cleared)
    total = found.right + found.wrong
    if total == 0:
        return None
    return (2 * flagged * found.wrong + total) // (2 * total)
