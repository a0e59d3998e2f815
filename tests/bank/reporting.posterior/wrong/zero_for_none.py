"""Answers 0 if nobody can be flagged.
caught by: the edges: nobody guilty, everybody guilty, nobody flagged
says: Nobody is guilty, no innocent is flagged
"""

from fractions import Fraction


def posterior(prior, sensitivity, specificity):
    p, s, c = Fraction(*prior), Fraction(*sensitivity), Fraction(*specificity)
    flagged = p * s + (1 - p) * (1 - c)
    if flagged == 0:
        return 0, 1
    return (p * s / flagged).as_integer_ratio()
