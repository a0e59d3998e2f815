"""Divides by zero if nobody works.
caught by: nothing comes, or nothing is possible
says: ZeroDivisionError
"""


def utilisation(arriving, reviewers, each):
    if arriving == 0:
        return 0
    possible = reviewers * each
    return -(-100 * arriving // possible)
