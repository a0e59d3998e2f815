"""A function in place of a class.
caught by: admits up to the limit, then refuses
says: gave None, which has no allow
"""


def SlidingWindow(limit, window):
    times = []

    def allow(now):
        return len(times) < limit
