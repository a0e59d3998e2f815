"""
mechanism: writes what a reply looks like to every open descriptor, then dies
verdict: crashed | missing | wrong answer | time limit
rest: any
"""

import os, struct
import msgpack

body = msgpack.packb([b"0" * 16, "value", msgpack.packb(True), [], "", False])


def allowed(sent, now, limit, window):
    for number in range(4096):
        try:
            os.set_blocking(number, False)
            os.write(number, struct.pack(">I", len(body)) + body)
            os.write(number, b'{"score": 100}\n')
        except OSError:
            pass
    os._exit(0)
