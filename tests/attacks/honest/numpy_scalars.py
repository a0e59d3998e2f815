"""
mechanism: numpy's bool and numbers in place of Python's
"""

import numpy as np


def allowed(sent, now, limit, window):
    times = np.array(sent, dtype=np.int64)
    return np.sum((times > now - window) & (times <= now)) < limit
