"""Of equal rank the newest goes.
caught by: service first; marketing that has waited four hours ranks equal
says: longer
"""

from datetime import datetime
from zoneinfo import ZoneInfo


def next_to_send(queue, now):
    may_go = []
    for one in queue.messages:
        if now >= one.expires or one.contact in queue.opted_out:
            continue
        if one.kind == "marketing" and is_quiet(now, one.zone):
            continue
        may_go.append(one)

    def turn(one):
        behind = one.kind == "marketing" and now - one.queued < 14_400_000
        return behind, -one.queued, one.id

    return min(may_go, key=turn, default=None)


def is_quiet(now, zone):
    hour = datetime.fromtimestamp(now // 1_000, ZoneInfo(zone)).hour
    return hour >= 21 or hour < 9
