"""Sort a copy, and cut it at both ends with bisect."""

from bisect import bisect_right


def allowed(sent, now, limit, window):
    ordered = sorted(sent)
    return bisect_right(ordered, now) - bisect_right(ordered, now - window) < limit
