"""Answers None as soon as nobody is guilty.
caught by: the edges: nobody guilty, everybody guilty, nobody flagged
says: Nobody is guilty, so no flag is right
"""

from fractions import Fraction


def posterior(prior, sensitivity, specificity):
    p, s, c = Fraction(*prior), Fraction(*sensitivity), Fraction(*specificity)
    if p * s == 0:
        return None
    return (p * s / (p * s + (1 - p) * (1 - c))).as_integer_ratio()
