from fractions import Fraction


def outcome_bounds(figures):
    """The lowest and the highest share of early appeals, or None."""
    ranges = []
    for one in (figures.overall, figures.early, figures.late):
        if one is not None and not 0 <= one <= 100:
            return None
        ranges.append((0, 100) if one is None else (one, one))
    (o1, o2), (e1, e2), (l1, l2) = ranges
    shares = {Fraction(0), Fraction(1)}
    for overall, early, late in ((o2, e1, l1), (o1, e2, l2)):
        if early != late:
            shares.add(Fraction(overall - late, early - late))
    fit = [
        x
        for x in shares
        if 0 <= x <= 1 and x * e1 + (1 - x) * l1 <= o2 and x * e2 + (1 - x) * l2 >= o1
    ]
    return (min(fit).as_integer_ratio(), max(fit).as_integer_ratio()) if fit else None
