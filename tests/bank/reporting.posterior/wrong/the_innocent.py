"""Gives the share of the innocent.
caught by: the share of the guilty among the flagged, exactly
says: 9 of 10 flags are right
"""

from fractions import Fraction


def posterior(prior, sensitivity, specificity):
    p, s, c = Fraction(*prior), Fraction(*sensitivity), Fraction(*specificity)
    flagged = p * s + (1 - p) * (1 - c)
    if flagged == 0:
        return None
    return ((1 - p) * (1 - c) / flagged).as_integer_ratio()
