"""Asks the course about each pair.
caught by: a mean, and a range of all waits
says: belongs to the course and answers this exercise
"""

from itertools import combinations


def consistent_pairs(claims):
    from sendwell.review import at_once

    return [(a.name, b.name) for a, b in combinations(claims, 2) if at_once(a, b)]
