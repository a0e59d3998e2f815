"""
mechanism: a list of numpy's whole numbers
cell: burst-times
"""

import numpy as np


def burst_times(limit, window):
    return [np.int64(window - 1)] * limit + [np.int64(window)] * limit
