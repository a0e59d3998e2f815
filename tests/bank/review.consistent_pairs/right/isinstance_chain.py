"""Combinations, and a chain of questions about the kind."""

from itertools import combinations

from sendwell.review import Between, Mean


def fits(a, b):
    if isinstance(a, Mean) and isinstance(b, Mean):
        return a.wait == b.wait
    if isinstance(a, Mean):
        return fits(b, a)
    if isinstance(b, Mean):
        if isinstance(a, Between):
            return not (b.wait < a.least or b.wait > a.most)
        if a.percent < 100:
            return b.wait * 100 - a.time * (100 - a.percent) >= 1
        return b.wait <= a.time
    if isinstance(a, Between) and isinstance(b, Between):
        return max(a.least, b.least) <= min(a.most, b.most)
    if isinstance(b, Between):
        return fits(b, a)
    if isinstance(a, Between):
        nobody, everybody = b.time < a.least, b.time >= a.most
        return b.percent == (0 if nobody else 100) if nobody or everybody else True
    early, late = sorted((a, b), key=lambda claim: (claim.time, claim.percent))
    if early.time == late.time:
        return early.percent == late.percent
    return early.percent <= late.percent


def consistent_pairs(claims):
    return [(a.name, b.name) for a, b in combinations(claims, 2) if fits(a, b)]
