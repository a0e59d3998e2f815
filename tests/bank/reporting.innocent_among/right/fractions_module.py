"""Exact fractions."""

from fractions import Fraction
from math import floor


def innocent_among(flagged, guilty, caught, cleared):
    p, s, c = (Fraction(n, 1000) for n in (guilty, caught, cleared))
    wrong = (1 - p) * (1 - c)
    if not wrong + p * s:
        return None
    return floor(flagged * wrong / (wrong + p * s) + Fraction(1, 2))
