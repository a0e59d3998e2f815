"""
mechanism: lifts the recursion limit and recurses until the stack is gone
verdict: crashed | runtime error | memory limit
"""

import sys

sys.setrecursionlimit(10**9)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x") if len(name) < 10**6 else repr(self)

    def __repr__(self):
        return repr(self)


def allowed(sent, now, limit, window):
    return eval("(" * 90 + "Deep()" + ")" * 90).attribute or repr(Deep())
