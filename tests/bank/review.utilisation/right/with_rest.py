"""What remains of the division adds one."""


def utilisation(arriving, reviewers, each):
    possible = reviewers * each
    if possible > 0:
        percent, rest = divmod(arriving * 100, possible)
        return percent + (rest > 0)
    return None if arriving else 0
