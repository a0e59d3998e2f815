"""A deque, emptied from the left; the clock in a property."""

from collections import deque


class SlidingWindow:
    def __init__(self, limit, window):
        self._limit = limit
        self._window = window
        self._sent = deque()
        self._clock = 0

    def _forget(self, now):
        while self._sent and self._sent[0] + self._window <= now:
            self._sent.popleft()

    def allow(self, now):
        if now > self._clock:
            self._clock = now
        self._forget(self._clock)
        room = len(self._sent) < self._limit
        if room:
            self._sent.append(self._clock)
        return room

    def retry_after(self, now):
        if len(self._sent) < self._limit:
            return 0
        return max(0, self._sent[-self._limit] + self._window - now)
