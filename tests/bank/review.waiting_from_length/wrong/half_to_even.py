"""Uses round(), which takes a half to the even neighbour.
caught by: rounded to the nearest millisecond, a half up; None if nothing came
says: 0.5 is rounded up
"""

from fractions import Fraction


def waiting_from_length(length, arrived, during):
    if arrived == 0:
        return None
    return round(Fraction(length * during, arrived))
