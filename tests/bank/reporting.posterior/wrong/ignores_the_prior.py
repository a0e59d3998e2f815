"""Takes how often the filter is right for how often a flag is right.
caught by: the share of the guilty among the flagged, exactly
says: 9 rightly, 99 wrongly
"""

from fractions import Fraction


def posterior(prior, sensitivity, specificity):
    p, s, c = Fraction(*prior), Fraction(*sensitivity), Fraction(*specificity)
    flagged = s + (1 - c)
    if flagged == 0:
        return None
    return (s / flagged).as_integer_ratio()
