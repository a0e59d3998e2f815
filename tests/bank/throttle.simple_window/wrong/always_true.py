"""Always yes.
caught by: admits up to the limit, then refuses
says: two sends in the window are allowed, the third is not
"""


class SimpleWindow:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.times = []

    def allow(self, now):
        self.times = [t for t in self.times if t > now - self.window]
        return True
