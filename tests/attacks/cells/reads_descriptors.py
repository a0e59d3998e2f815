"""
mechanism: reads every descriptor, its own and its parent's
verdict: wrong answer | crashed
rest: any
"""

import fcntl, glob, os

for number in range(4096):
    try:
        if number > 3:
            fcntl.fcntl(number, fcntl.F_SETFL, os.O_NONBLOCK)
            print(number, os.readlink(f"/proc/self/fd/{number}"), os.read(number, 10_000))
    except OSError:
        pass
for path in glob.glob(f"/proc/{os.getppid()}/fd/*"):
    try:
        print(path, open(path, "rb").read(10_000))
    except OSError:
        pass


def allowed(sent, now, limit, window):
    return True
