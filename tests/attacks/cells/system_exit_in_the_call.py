"""
mechanism: sys.exit(0) when it is called
verdict: runtime error
"""

import sys


def allowed(sent, now, limit, window):
    sys.exit(0)
