"""A deque, emptied from the left."""

from collections import deque


class SimpleWindow:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.times = deque()

    def allow(self, now):
        while self.times and now - self.times[0] >= self.window:
            self.times.popleft()
        room = len(self.times) < self.limit
        if room:
            self.times.append(now)
        return room
