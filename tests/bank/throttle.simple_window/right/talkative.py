"""Prints and warns."""

import warnings


class SimpleWindow:
    def __init__(self, limit, window):
        self.limit, self.window, self.times = limit, window, []

    def allow(self, now):
        warnings.warn("old", DeprecationWarning, stacklevel=1)
        self.times = list(filter(lambda t: now < t + self.window, self.times))
        print(now, self.times)
        if not len(self.times) >= self.limit:
            self.times += [now]
            return True
        return False
