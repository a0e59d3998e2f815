"""Each edge asked by itself, then rounded up."""


def utilisation(arriving, reviewers, each):
    if arriving == 0:
        return 0
    if reviewers == 0 or each == 0:
        return None
    return -(-100 * arriving // (reviewers * each))
