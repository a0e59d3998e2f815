"""The list is created in the class body: all objects share it.
caught by: admits up to the limit, then refuses
says: A new window starts empty
"""


class SimpleWindow:
    times = []

    def __init__(self, limit, window):
        self.limit = limit
        self.window = window

    def allow(self, now):
        self.times[:] = [t for t in self.times if t > now - self.window]
        if len(self.times) < self.limit:
            self.times.append(now)
            return True
        return False
