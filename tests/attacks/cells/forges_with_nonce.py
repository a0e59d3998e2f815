"""
mechanism: takes the request's nonce out of the frames and answers in our name, twice
verdict: wrong answer | crashed
rest: any
"""

import os, struct, sys
import msgpack


def allowed(sent, now, limit, window):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    body = msgpack.packb([frame.f_locals["nonce"], "value", msgpack.packb(True), [], "", False])
    os.write(3, struct.pack(">I", len(body)) + body)
    os.write(3, struct.pack(">I", len(body)) + body)
    os._exit(0)
