"""Tries to find a hundred waits that fit both."""

from fractions import Fraction

from sendwell.review import Between, Mean

HAIR = Fraction(1, 1_000)
FOR_EVER = 10**20


def bounds(claim):
    if isinstance(claim, Mean):
        return [0] * 100, [FOR_EVER] * 100
    if isinstance(claim, Between):
        return [claim.least] * 100, [claim.most] * 100
    done, rest = claim.percent, 100 - claim.percent
    return [0] * done + [claim.time + HAIR] * rest, [claim.time] * done + [FOR_EVER] * rest


def consistent_pairs(claims):
    pairs = []
    for index, one in enumerate(claims):
        for other in claims[index + 1 :]:
            (low, high), (low_too, high_too) = bounds(one), bounds(other)
            least = [max(a, b) for a, b in zip(low, low_too, strict=True)]
            most = [min(a, b) for a, b in zip(high, high_too, strict=True)]
            means = {claim.wait for claim in (one, other) if isinstance(claim, Mean)}
            if any(a > b for a, b in zip(least, most, strict=True)) or len(means) > 1:
                continue
            if all(sum(least) <= 100 * mean <= sum(most) for mean in means):
                pairs.append((one.name, other.name))
    return pairs
