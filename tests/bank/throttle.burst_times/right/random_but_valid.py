"""Another right answer at every call."""

import random


def burst_times(limit, window):
    boundary = random.randint(1, 1000) * window
    before = random.randint(boundary - window // 2, boundary - 1)
    return sorted([before] * limit + [boundary] * random.randint(1, limit))
