from fractions import Fraction


def outcome_bounds(figures):
    """The lowest and the highest share of early appeals, or None."""
    known = [figures.overall, figures.early, figures.late]
    possible = all(one is None or 0 <= one <= 100 for one in known)
    low = [0 if one is None else one for one in known]
    high = [100 if one is None else one for one in known]
    least, most = Fraction(0), Fraction(1)
    # lowest mixture <= overall, and minus the highest mixture <= minus overall
    for at_none, slope, limit in (
        (low[2], low[1] - low[2], high[0]),
        (-high[2], high[2] - high[1], -low[0]),
    ):
        if slope > 0:
            most = min(most, Fraction(limit - at_none, slope))
        elif slope < 0:
            least = max(least, Fraction(limit - at_none, slope))
        else:
            possible = possible and at_none <= limit
    fits = possible and least <= most
    return (least.as_integer_ratio(), most.as_integer_ratio()) if fits else None
