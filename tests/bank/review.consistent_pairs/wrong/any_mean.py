"""Lets any mean stand beside a range.
caught by: a mean, and a range of all waits
says: the mean is no 270
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
            return True
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
                return a.percent <= b.percent
            if a.time > b.time:
                return a.percent >= b.percent
            return a.percent == b.percent
