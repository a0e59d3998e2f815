"""Exact fractions, and Bayes' rule as it is printed."""

from fractions import Fraction


def posterior(prior, sensitivity, specificity):
    p, s, c = Fraction(*prior), Fraction(*sensitivity), Fraction(*specificity)
    flagged = p * s + (1 - p) * (1 - c)
    if not flagged:
        return None
    share = p * s / flagged
    return share.numerator, share.denominator
