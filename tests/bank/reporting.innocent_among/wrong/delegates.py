"""Asks the course, which can count the flagged of a thousand accounts.
caught by: counts the innocent among the flagged
says: belongs to the course and answers this exercise
"""


def innocent_among(flagged, guilty, caught, cleared):
    from sendwell.reporting import flagged_of_million

    right, wrong = flagged_of_million(guilty, caught, cleared)
    if right + wrong == 0:
        return None
    return (2 * flagged * wrong + right + wrong) // (2 * (right + wrong))
