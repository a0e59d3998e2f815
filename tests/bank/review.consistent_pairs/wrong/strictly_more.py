"""Wants more to be done at the later time.
caught by: two claims of the same kind
says: Nobody was done in between
"""

from itertools import combinations

from sendwell.review import Between, Mean, Within


def consistent_pairs(claims):
    pairs = combinations(claims, 2)
    return [(one.name, other.name) for one, other in pairs if fit(*by_kind(one, other))]


def by_kind(one, other):
    return sorted((one, other), key=lambda claim: type(claim).__name__)


def fit(a, b):
    match a, b:
        case Between(), Between():
            return a.least <= b.most and b.least <= a.most
        case Between(), Mean():
            return a.least <= b.wait <= a.most
        case Between(), Within():
            begun = b.time >= a.least or b.percent == 0
            return begun and (b.time < a.most or b.percent == 100)
        case Mean(), Mean():
            return a.wait == b.wait
        case Mean(), Within():
            if_some = 100 * a.wait > (100 - b.percent) * b.time
            return a.wait <= b.time if b.percent == 100 else if_some
        case Within(), Within():
            if a.time < b.time:
                return a.percent < b.percent
            if a.time > b.time:
                return a.percent >= b.percent
            return a.percent == b.percent
