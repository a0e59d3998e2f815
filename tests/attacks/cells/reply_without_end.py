"""
mechanism: announces 4 GB, then sends a byte now and then
verdict: crashed | missing | time limit
rest: any
"""

import os, time


def allowed(sent, now, limit, window):
    os.write(3, b"\x07\xff\xff\xff")
    while True:
        os.write(3, b"x")
        time.sleep(0.2)
