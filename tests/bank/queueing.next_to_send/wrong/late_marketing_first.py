"""Marketing that has waited goes before all service.
caught by: service first; marketing that has waited four hours ranks equal
says: service message is older
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
        behind = {"service": 1, "marketing": 2 if now - one.queued < 14_400_000 else 0}[one.kind]
        return behind, one.queued, one.id

    return min(may_go, key=turn, default=None)


def is_quiet(now, zone):
    hour = datetime.fromtimestamp(now // 1_000, ZoneInfo(zone)).hour
    return hour >= 21 or hour < 9
