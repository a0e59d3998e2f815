"""Asks the course's arithmetic.
caught by: what comes of what is possible, of 100, rounded up
says: belongs to the course and answers this exercise
"""

from math import ceil


def utilisation(arriving, reviewers, each):
    from sendwell.claims import arithmetic

    return ceil(100 * arithmetic.utilisation(arriving, reviewers * each))
