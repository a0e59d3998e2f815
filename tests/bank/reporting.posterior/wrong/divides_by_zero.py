"""Does not ask whether anybody can be flagged.
caught by: the edges: nobody guilty, everybody guilty, nobody flagged
says: ZeroDivisionError
"""

from fractions import Fraction


def posterior(prior, sensitivity, specificity):
    p, s, c = Fraction(*prior), Fraction(*sensitivity), Fraction(*specificity)
    return (p * s / (p * s + (1 - p) * (1 - c))).as_integer_ratio()
