"""(now - window, now): a send at this very moment is overlooked.
caught by: a send at this very moment counts
says: 5_000 is in (-5_000, 5_000].
"""


def allowed(sent, now, limit, window):
    return sum(now - window < t < now for t in sent) < limit
