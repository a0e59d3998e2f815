"""Asks the course to mix.
caught by: which share of early appeals fits the figures
says: belongs to the course and answers this exercise
"""


def outcome_bounds(figures):
    from sendwell.appealing import fitting_shares

    found = fitting_shares(figures)
    if found:
        return found[0].as_integer_ratio(), found[-1].as_integer_ratio()
    return None
