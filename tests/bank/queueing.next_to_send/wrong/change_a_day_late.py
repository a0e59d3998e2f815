"""Takes the distance from UTC that was true a day before.
caught by: daylight saving moves the quiet hours along
says: the clock of Europe/Rome shows
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
    ahead = datetime.fromtimestamp(now // 1_000 - 86_400, ZoneInfo(zone)).utcoffset()
    hour = (now + int(ahead.total_seconds()) * 1_000) // 3_600_000 % 24
    return hour >= 21 or hour < 9
