"""No class at all: a function that returns an object made of closures."""

from types import SimpleNamespace


def SlidingWindow(limit, window):
    times = []
    latest = 0

    def counting(now):
        return [t for t in times if now - window < t]

    def allow(now):
        nonlocal latest
        latest = max(latest, now)
        times[:] = counting(latest)
        if len(times) == limit:
            return False
        times.append(latest)
        return True

    def retry_after(now):
        still = counting(now)
        return 0 if len(still) < limit else still[0] + window - now

    return SimpleNamespace(allow=allow, retry_after=retry_after)
