"""Rounds to the nearest.
caught by: what comes of what is possible, of 100, rounded up
says: rounded up
"""


def utilisation(arriving, reviewers, each):
    if arriving == 0:
        return 0
    possible = reviewers * each
    if possible == 0:
        return None
    return (200 * arriving + possible) // (2 * possible)
