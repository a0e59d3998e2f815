"""
mechanism: the call fills a list until memory is gone
verdict: memory limit
must not: harm a neighbour; cost other exercises their points
"""


def allowed(sent, now, limit, window):
    kept = []
    while True:
        kept.append(bytearray(10_000_000))
