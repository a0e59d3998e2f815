"""
mechanism: arrays where a bool belongs, which compare to an array
verdict: wrong answer
"""

import numpy as np


def allowed(sent, now, limit, window):
    return np.array([True])
