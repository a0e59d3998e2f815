"""A heap of those who may go; the offset from UTC is asked, and the hour worked out. It prints."""

import heapq
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

DAY = 86_400_000


def local_ms(now, zone):
    moment = datetime(1970, 1, 1, tzinfo=ZoneInfo("UTC")) + timedelta(milliseconds=now)
    ahead = moment.astimezone(ZoneInfo(zone)).utcoffset() // timedelta(milliseconds=1)
    return (now + ahead) % DAY


def next_to_send(queue, now):
    heap = []
    gone = set(queue.opted_out)
    for message in queue.messages:
        if message.contact in gone or now > message.expires - 1:
            continue
        urgent = message.kind != "marketing"
        if not urgent and not 9 * 3_600_000 <= local_ms(now, message.zone) <= 21 * 3_600_000 - 1:
            continue
        urgent = urgent or now >= message.queued + 4 * 60 * 60 * 1000
        heapq.heappush(heap, (-urgent, message.queued, message.id, message))
    print(len(heap), "may go")
    return heap[0][-1] if heap else None
