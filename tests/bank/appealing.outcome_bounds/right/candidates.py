from fractions import Fraction


def outcome_bounds(figures):
    ranges = []
    for figure in (figures.overall, figures.early, figures.late):
        if figure is None:
            ranges.append((0, 100))
        elif 0 <= figure <= 100:
            ranges.append((figure, figure))
        else:
            return None
    (o1, o2), (e1, e2), (l1, l2) = ranges
    shares = [Fraction(0), Fraction(1)]
    for overall, early, late in ((o2, e1, l1), (o1, e2, l2)):
        if early != late:
            share = Fraction(overall - late, early - late)
            if 0 <= share <= 1:
                shares.append(share)
    good = [x for x in shares if x * e1 + (1 - x) * l1 <= o2 and x * e2 + (1 - x) * l2 >= o1]
    if good:
        return min(good).as_integer_ratio(), max(good).as_integer_ratio()
    return None
