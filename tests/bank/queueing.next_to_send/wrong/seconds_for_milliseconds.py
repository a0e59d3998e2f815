"""Takes milliseconds for seconds.
caught by: quiet hours hold marketing back, on the recipient's clock
says: raised
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
        return behind, one.queued, one.id

    return min(may_go, key=turn, default=None)


def is_quiet(now, zone):
    hour = datetime.fromtimestamp(now, ZoneInfo(zone)).hour
    return hour >= 21 or hour < 9
