"""
mechanism: a signalling NaN, a huge exponent, a fraction and a complex number
verdict: wrong answer | runtime error
"""

from decimal import Decimal
from fractions import Fraction

ANSWERS = [Decimal("sNaN"), Decimal("1e999999999"), Fraction(1), 1 + 0j, 1, 1.0]


def allowed(sent, now, limit, window):
    return ANSWERS[len(sent) % 6]
