"""Counts over one common bottom, then what divides both is taken out."""

from math import gcd


def posterior(prior, sensitivity, specificity):
    guilty, everybody = prior
    caught, of_guilty = sensitivity
    cleared, of_innocent = specificity
    right = guilty * caught * of_innocent
    wrong = (everybody - guilty) * (of_innocent - cleared) * of_guilty
    total = right + wrong
    if total == 0:
        return None
    common = gcd(right, total)
    return right // common, total // common
