"""Asks the course, whose crowd counts the flagged.
caught by: the share of the guilty among the flagged, exactly
says: belongs to the course and answers this exercise
"""

from math import gcd


def posterior(prior, sensitivity, specificity):
    from sendwell.widgets import crowd_rules

    found = crowd_rules.flagged(*(1000 * a // b for a, b in (prior, sensitivity, specificity)))
    total = found.right + found.wrong
    if total == 0:
        return None
    common = gcd(found.right, total)
    return found.right // common, total // common
