"""Keeps the best so far, and compares by hand; a typed solution with small functions."""

from __future__ import annotations

import datetime as dt
import zoneinfo

from sendwell.queueing import Message, Queue


def quiet(now: int, zone: str) -> bool:
    return not 9 <= dt.datetime.fromtimestamp(now / 1000, zoneinfo.ZoneInfo(zone)).hour <= 20


def behind(one: Message, now: int) -> bool:
    return not (one.kind == "service" or now - one.queued >= 4 * 60 * 60_000)


def comes_before(one: Message, other: Message, now: int) -> bool:
    if behind(one, now) is not behind(other, now):
        return behind(other, now)
    if one.queued == other.queued:
        return one.id < other.id
    return one.queued < other.queued


def next_to_send(queue: Queue, now: int) -> Message | None:
    best: Message | None = None
    for one in queue.messages:
        alive = now < one.expires and one.contact not in queue.opted_out
        if not alive or (one.kind == "marketing" and quiet(now, one.zone)):
            continue
        if best is None or comes_before(one, best, now):
            best = one
    return best
