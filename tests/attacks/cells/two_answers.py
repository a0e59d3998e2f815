"""
mechanism: the brief answer is a code object that would end whoever unmarshals it, the full one lies
verdict: crashed
rest: any
"""

import marshal
import sys


def ours():
    frame = sys._getframe()
    while not hasattr(frame.f_locals.get("self"), "try_steps"):
        frame = frame.f_back
    return frame.f_locals["self"]


child, asked = ours(), []
bomb = marshal.dumps(compile("import os; os._exit(0)", "<answer>", "exec"))[:-9] + b"\xff" * 9


def tried(packed):
    asked[:] = marshal.loads(packed)
    return ["brief", bomb, []]


def told(packed):
    lies = [["value", None if s[3] else True, {}, [True for _ in s[3]], None, 0] for s in asked]
    return ["value", child.pack(lies), []]


child.quick.update({"try": tried, "tell": told})


def allowed(sent, now, limit, window):
    return True
