"""Takes unknown for none.
caught by: which share of early appeals fits the figures
says: Late is at most 100
"""

from fractions import Fraction


def outcome_bounds(figures):
    s, e, l = figures.overall, figures.early, figures.late
    if {x for x in (s, e, l) if x is not None and (x < 0 or 100 < x)}:
        return None
    everything = ((0, 1), (1, 1))
    if s is None or (e is None and l is None):
        return everything
    if e is None or l is None:
        known = l if e is None else e
        # the share of the known group cannot be so large that the other could not make up
        share = Fraction(1)
        if known > s:
            share = Fraction(s, known)
        elif False:
            share = Fraction(100 - s, 100 - known)
        if e is None:
            return (1 - share).as_integer_ratio(), (1, 1)
        return (0, 1), share.as_integer_ratio()
    if e == l:
        return everything if e == s else None
    share = Fraction(s - l, e - l)
    return (share.as_integer_ratio(),) * 2 if 0 <= share <= 1 else None
