"""
mechanism: a forged reply of 40 bytes is a pandas series of one number and an index of 400 million rows
verdict: crashed
rest: any
must not: cost the judge 3 GB and a minute
"""

import sys

import msgpack


def ours():
    frame = sys._getframe()
    while not hasattr(frame.f_locals.get("self"), "try_steps"):
        frame = frame.f_back
    return frame.f_locals["self"]


def number(value):
    return b"\0\5" + value.to_bytes(5, "big")


rows = msgpack.ExtType(20, number(0) + number(4 * 10**8) + number(1))
reply = msgpack.packb([msgpack.ExtType(65, b""), [None, rows], "x", ["int64", 5]])
child = ours()
child.quick |= {"try": lambda packed: ["value", reply, []]}
child.call = lambda *given: ["value", reply, []]


def allowed(sent, now, limit, window):
    return True
