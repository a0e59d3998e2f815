"""Sorted three times, the least important first; time zones by astimezone, times of the day."""

from datetime import datetime, time, timezone
from zoneinfo import ZoneInfo

MORNING, EVENING = time(9), time(21)


def next_to_send(queue, now):
    utc = datetime.fromtimestamp(now // 1000, timezone.utc)
    waiting = sorted(queue.messages, key=lambda one: one.id)
    waiting.sort(key=lambda one: one.queued)
    waiting.sort(key=lambda one: one.kind == "marketing" and one.queued > now - 14_400_000)
    for one in waiting:
        if one.expires <= now:
            continue
        if one.contact in queue.opted_out:
            continue
        clock = utc.astimezone(ZoneInfo(one.zone)).time()
        if one.kind == "service" or MORNING <= clock < EVENING:
            return one
    return None
