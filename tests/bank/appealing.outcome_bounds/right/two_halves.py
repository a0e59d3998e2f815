from fractions import Fraction as F


def below(at_zero, at_one, limit):
    """Where in 0..1 a straight line is at most limit."""
    if at_zero <= limit and at_one <= limit:
        return F(0), F(1)
    if at_zero > limit and at_one > limit:
        return F(2), F(-1)
    cross = F(limit - at_zero, at_one - at_zero)
    return (F(0), cross) if at_zero <= limit else (cross, F(1))


def outcome_bounds(figures):
    for one in (figures.overall, figures.early, figures.late):
        if one is not None and (one < 0 or one > 100):
            return None

    def or_else(value, other):
        return other if value is None else value

    a, b = below(or_else(figures.late, 0), or_else(figures.early, 0), or_else(figures.overall, 100))
    c, d = below(
        -or_else(figures.late, 100), -or_else(figures.early, 100), -or_else(figures.overall, 0)
    )
    low, high = max(a, c), min(b, d)
    return None if low > high else (low.as_integer_ratio(), high.as_integer_ratio())
