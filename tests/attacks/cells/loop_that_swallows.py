"""
mechanism: an endless loop that swallows every exception
verdict: time limit
rest: any
"""


def allowed(sent, now, limit, window):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
