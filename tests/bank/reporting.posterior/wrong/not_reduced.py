"""Leaves the pair as it was counted.
caught by: in lowest terms, whatever the pairs look like
says: The first example, in hundredths
"""


def posterior(prior, sensitivity, specificity):
    (p, q), (s, t), (c, d) = prior, sensitivity, specificity
    right = p * s * d
    total = right + (q - p) * (d - c) * t
    if total == 0:
        return None
    return right, total
