"""Asks the course for the first rule that fits.
caught by: children first, whatever else
says: belongs to the course and answers this exercise
"""


def triage(report):
    from sendwell.review import first_rule

    return first_rule(report)[1]
