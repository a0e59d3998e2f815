"""
mechanism: warnings on stderr, which cost all points in stock nbgrader
"""

import sys
import warnings

warnings.warn("this cell is old")
print("to stderr", file=sys.stderr)


def allowed(sent, now, limit, window):
    warnings.warn("called")
    print("called", file=sys.stderr)
    return sum(now - window < t <= now for t in sent) < limit
