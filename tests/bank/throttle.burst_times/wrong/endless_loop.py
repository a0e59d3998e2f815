"""Waits for the fixed window to refuse a send, at a time that always moves on.
caught by: a burst for limit 3 and window 10 seconds
says: Look for a loop that never ends
"""

from sendwell.throttle import FixedWindow


def burst_times(limit, window):
    fixed = FixedWindow(limit, window)
    times = []
    now = 0
    while fixed.allow(now):
        times = [*times[-limit:], now]
        now += window
    return times
