"""Returns a share of 1 instead of a percentage.
caught by: what comes of what is possible, of 100, rounded up
says: 60 of 75
"""


def utilisation(arriving, reviewers, each):
    if arriving == 0:
        return 0
    possible = reviewers * each
    if possible == 0:
        return None
    return arriving / possible
