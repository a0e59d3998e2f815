"""Tries each moment on the fixed window of the worked example until it refuses."""

from sendwell.throttle import FixedWindow


def burst_times(limit, window):
    fixed = FixedWindow(limit, window)
    times = []
    for moment in (window - 1, window):
        while fixed.allow(moment):
            times.append(moment)
    return times
