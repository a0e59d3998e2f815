"""Computes with floats and takes the nearest simple fraction.
caught by: in lowest terms, whatever the pairs look like
says: Large numbers stay exact
"""

from fractions import Fraction


def posterior(prior, sensitivity, specificity):
    p, s, c = (a / b for a, b in (prior, sensitivity, specificity))
    flagged = p * s + (1 - p) * (1 - c)
    if flagged == 0:
        return None
    return Fraction(p * s / flagged).limit_denominator(10**6).as_integer_ratio()
