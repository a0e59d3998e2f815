"""
mechanism: our own code in its process is patched, found through the frames: every answer is True
verdict: wrong answer
rest: any
"""

import sys


def found(name):
    frame = sys._getframe()
    while frame is not None:
        if name in frame.f_globals:
            return frame.f_globals
        frame = frame.f_back


ours = found("write_files")
ours["Child"].call = lambda self, *a: ["value", self.pack(True), []]
pack = ours["wire_plain"].pack
ours["perform"] = lambda *given: [
    (pack((None if step[3] else True, [True for _ in step[3]])), None) for step in given[-1]
]
ours["objects"].attribute = ours["objects"].kept = lambda *a: True


def allowed(sent, now, limit, window):
    return True
