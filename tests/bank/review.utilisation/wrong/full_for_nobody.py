"""Says 100 if nobody works.
caught by: nothing comes, or nothing is possible
says: Nobody works
"""


def utilisation(arriving, reviewers, each):
    if arriving == 0:
        return 0
    possible = reviewers * each
    if possible == 0:
        return 100
    return -(-100 * arriving // possible)
