"""Nothing has been written yet.
caught by: admits up to the limit, then refuses
says: is not written yet.
"""


class SlidingWindow:
    def __init__(self, limit, window):
        raise NotImplementedError
