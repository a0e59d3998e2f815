"""Let a heap find the five latest."""

import heapq


def report_package(chat, reported, now):
    def goes(m):
        side = m.sender != "you" if reported is None else m.sender == reported
        return side and m.time <= now and not m.deleted

    latest = heapq.nlargest(5, ((m.time, m.id) for m in chat if goes(m)))
    return [number for _, number in reversed(latest)]
