"""
mechanism: makes files until there are no inodes
verdict: runtime error | output limit | crashed | time limit
rest: any
"""

import itertools


def allowed(sent, now, limit, window):
    for number in itertools.count():
        open(f"small-{number}", "w").close()
