"""
mechanism: a regular expression that backtracks for ever, at the cell's top level
verdict: missing | time limit
rest: any
"""

import re

re.match(r"(a+)+$", "a" * 60 + "b")


def allowed(sent, now, limit, window):
    return True
