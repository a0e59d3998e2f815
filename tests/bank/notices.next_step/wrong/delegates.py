"""Asks the course which rows fit.
caught by: secure the account, before anything else
says: belongs to the course and answers this exercise
"""

from sendwell.notices import Step

STEPS = ("secure the account", "official app", "business support", "official app")
MORE = ("wait and remove the cause", "go on without it", "wait and remove the cause")
LAST = ("wait and remove the cause", "business support", "request the review")


def next_step(case):
    from sendwell.notices import rows_that_fit

    row = rows_that_fit(case)[0]
    return Step((*STEPS, *MORE, *LAST)[row - 1], row)
