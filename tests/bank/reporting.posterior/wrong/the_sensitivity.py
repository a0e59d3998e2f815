"""Answers with the share of the guilty that are flagged.
caught by: the share of the guilty among the flagged, exactly
says: 9 rightly, 99 wrongly
"""

from fractions import Fraction


def posterior(prior, sensitivity, specificity):
    return Fraction(*sensitivity).as_integer_ratio()
