"""Returns None if nobody works, although nothing comes.
caught by: nothing comes, or nothing is possible
says: Nothing comes, and nobody
"""


def utilisation(arriving, reviewers, each):
    possible = reviewers * each
    if possible == 0:
        return None
    return -(-100 * arriving // possible)
