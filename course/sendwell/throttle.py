"""What module m03 gives: the fixed window of the worked example, and a way to look at bursts."""

from __future__ import annotations

from collections.abc import Iterable


class FixedWindow:
    """At most ``limit`` sends in each of the windows [k * window, (k + 1) * window).

    ``window`` is in milliseconds; both are at least 1. The count starts anew at every boundary,
    which is what lets a burst through.
    """

    def __init__(self, limit: int, window: int) -> None:
        self.limit = limit
        self.window = window
        self.current = -1
        self.count = 0

    def allow(self, now: int) -> bool:
        """Whether a send at ``now`` (milliseconds, never going back) is admitted."""
        if now // self.window != self.current:
            self.current = now // self.window
            self.count = 0
        if self.count >= self.limit:
            return False
        self.count += 1
        return True


def fullest_window(times: Iterable[int], window: int) -> tuple[int, int]:
    """The most ``times`` in one (t - window, t], and the earliest such t; (0, 0) for no times."""
    ordered = sorted(times)
    most, end, first = 0, 0, 0
    for index, time in enumerate(ordered):
        while ordered[first] <= time - window:
            first += 1
        if index + 1 - first > most:
            most, end = index + 1 - first, time
    return most, end
