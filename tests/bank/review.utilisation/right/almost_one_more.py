"""Adds nearly one before it rounds down."""


def utilisation(arriving, reviewers, each):
    try:
        return (100 * arriving + reviewers * each - 1) // (reviewers * each)
    except ZeroDivisionError:
        return None if arriving > 0 else 0
