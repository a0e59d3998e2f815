"""Decimal with enough digits, rounded half up."""

from decimal import ROUND_HALF_UP, Decimal, localcontext


def waiting_from_length(length, arrived, during):
    if arrived == 0:
        return None
    with localcontext() as context:
        context.prec = 80
        wait = Decimal(length) * Decimal(during) / Decimal(arrived)
        return int(wait.quantize(Decimal(1), rounding=ROUND_HALF_UP))
