"""Leaves out how many reviewers there are.
caught by: what comes of what is possible, of 100, rounded up
says: 60 of 75
"""


def utilisation(arriving, reviewers, each):
    if arriving == 0:
        return 0
    possible = each
    if reviewers * each == 0:
        return None
    return -(-100 * arriving // possible)
