"""Gives the rightly flagged of everybody, not of the flagged.
caught by: the share of the guilty among the flagged, exactly
says: 9 of 10 flags are right
"""

from fractions import Fraction


def posterior(prior, sensitivity, specificity):
    p, s, c = Fraction(*prior), Fraction(*sensitivity), Fraction(*specificity)
    if p * s + (1 - p) * (1 - c) == 0:
        return None
    return (p * s).as_integer_ratio()
