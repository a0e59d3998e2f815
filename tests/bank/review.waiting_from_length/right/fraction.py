"""An exact fraction, and floor of half more."""

from fractions import Fraction
from math import floor


def waiting_from_length(length, arrived, during):
    if not arrived:
        return None
    pace = Fraction(arrived, during)
    return floor(length / pace + Fraction(1, 2))
