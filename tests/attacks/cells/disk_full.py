"""
mechanism: writes one file until the disk is full
verdict: runtime error | output limit | crashed
rest: any
must not: fill the machine's disk
"""


def allowed(sent, now, limit, window):
    with open("big", "wb") as file:
        while True:
            file.write(b"x" * 1_000_000)
