"""Odds: the odds before, times the likelihood ratio; its edges looked at one by one."""

from fractions import Fraction


def posterior(prior, sensitivity, specificity):
    caught = Fraction(*sensitivity)
    alarm = 1 - Fraction(*specificity)
    before = Fraction(*prior)
    for_guilty, for_innocent = before * caught, (1 - before) * alarm
    if for_guilty == 0:
        return (0, 1) if for_innocent else None
    if for_innocent == 0:
        return 1, 1
    odds = for_guilty / for_innocent
    return (odds / (1 + odds)).as_integer_ratio()
