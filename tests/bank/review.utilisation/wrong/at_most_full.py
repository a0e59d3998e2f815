"""Says 100 where more comes than is possible.
caught by: what comes of what is possible, of 100, rounded up
says: A little over 101
"""


def utilisation(arriving, reviewers, each):
    if arriving == 0:
        return 0
    possible = reviewers * each
    if possible == 0:
        return None
    return min(100, -(-100 * arriving // possible))
