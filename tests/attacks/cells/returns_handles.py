"""
mechanism: open files, modules, classes and the shell itself
verdict: wrong answer
"""

import sys


def allowed(sent, now, limit, window):
    return [open("/dev/null"), sys, type, get_ipython(), allowed, sys._getframe()]
