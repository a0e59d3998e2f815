"""An exact fraction, and math.ceil."""

from fractions import Fraction
from math import ceil


def utilisation(arriving, reviewers, each):
    if not arriving:
        return 0
    if not (reviewers and each):
        return None
    return ceil(Fraction(arriving, reviewers * each) * 100)
