"""Computes with float, so large numbers are off.
caught by: what comes of what is possible, of 100, rounded up
says: A hair too much
"""

from math import ceil


def utilisation(arriving, reviewers, each):
    if arriving == 0:
        return 0
    possible = reviewers * each
    if possible == 0:
        return None
    return ceil(100 * (arriving / possible))
