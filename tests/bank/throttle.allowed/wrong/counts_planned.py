"""Only the old end is looked at: planned sends take a place.
caught by: a send later than now does not count
says: 5_001 is later than now.
"""


def allowed(sent, now, limit, window):
    return sum(t > now - window for t in sent) < limit
