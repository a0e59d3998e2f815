"""Takes 0 and 1 as answers of their own before anything else.
caught by: the edges: nobody guilty, everybody guilty, nobody flagged
says: Nobody is guilty, no innocent is flagged
"""

from fractions import Fraction


def posterior(prior, sensitivity, specificity):
    p, s, c = Fraction(*prior), Fraction(*sensitivity), Fraction(*specificity)
    if p in (0, 1):
        return int(p), 1
    flagged = p * s + (1 - p) * (1 - c)
    if flagged == 0:
        return None
    return (p * s / flagged).as_integer_ratio()
