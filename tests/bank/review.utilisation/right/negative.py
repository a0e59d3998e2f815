"""Rounded up by rounding the negative number down."""


def utilisation(arriving, reviewers, each):
    if arriving == 0:
        return 0
    possible = reviewers * each
    if possible == 0:
        return None
    return -(-100 * arriving // possible)
