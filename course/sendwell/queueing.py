"""A queue of messages that wait to be sent: the records and the table of m03's exercise 8."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sendwell.checks.answers import answers
from sendwell.checks.values import record

#: The course's own rule, on the recipient's clock: marketing rests from 21:00 until 09:00.
QUIET_FROM, QUIET_UNTIL = 21, 9
FOUR_HOURS = 4 * 3_600_000


@record
@dataclass(frozen=True)
class Message:
    """One message that waits to be sent.

    Attributes:
        id: its number, different from every other one of the queue.
        contact: whom it is for.
        kind: "service" (somebody waits for it) or "marketing".
        queued: when it joined the queue, in ms since 1970 began in UTC.
        expires: the first moment, in ms, at which it must no longer be sent.
        zone: the recipient's time zone, as "Europe/Rome".

    """

    id: int
    contact: str
    kind: str
    queued: int
    expires: int
    zone: str = "Europe/Rome"


@record
@dataclass(frozen=True)
class Queue:
    """The messages that wait, in no order, and the contacts who have asked to be left alone."""

    messages: tuple[Message, ...]
    opted_out: tuple[str, ...] = ()


def at(clock: str, zone: str = "Europe/Rome") -> int:
    """The moment, in ms since 1970 began in UTC, at which a clock in ``zone`` shows ``clock``.

    Where a clock shows it twice, as it is put back, the first of the two. Raises ValueError if
    ``clock`` is not written like "2026-03-29 09:00".

    >>> at("1970-01-01 01:00")
    0

    """
    return round(datetime.fromisoformat(clock).replace(tzinfo=ZoneInfo(zone)).timestamp() * 1_000)


def on_the_clock(now: int, zone: str) -> str:
    """What a clock in ``zone`` shows at ``now``, with the weekday: "Sun 29 Mar 09:00:00.000"."""
    seconds, thousandths = divmod(now, 1_000)
    shown = datetime.fromtimestamp(seconds, ZoneInfo(zone))
    return f"{shown:%a %d %b %H:%M:%S}.{thousandths:03}"


@answers("queueing.next_to_send")
def in_turn(queue: Queue, now: int) -> tuple[tuple[Message, str], ...]:
    """Each message with what becomes of it at ``now``; who may go comes first, in its turn.

    What becomes of it: "goes", "waits", "quiet hours", "opted out" or "expired".
    """
    may: list[tuple[int, int, int, Message]] = []
    held: list[tuple[Message, str]] = []
    for one in queue.messages:
        rests = one.kind == "marketing"
        clock = datetime.fromtimestamp(now // 1_000, ZoneInfo(one.zone))
        if now >= one.expires:
            held.append((one, "expired"))
        elif one.contact in queue.opted_out:
            held.append((one, "opted out"))
        elif rests and not QUIET_UNTIL <= clock.hour < QUIET_FROM:
            held.append((one, "quiet hours"))
        else:
            late = rests and now - one.queued < FOUR_HOURS
            may.append((int(late), one.queued, one.id, one))
    turns = [one for _, _, _, one in sorted(may, key=lambda turn: turn[:3])]
    fates = ["goes", *["waits"] * len(turns)]
    return (*zip(turns, fates, strict=False), *held)


def queue_at(queue: Queue, now: int) -> str:
    """A table of ``queue`` at ``now``: each message, the recipient's clock, what becomes of it."""
    lines = [f"{'id':>3}  {'to':<5}  {'kind':<9}  {'waited':>8}  {'the clock there':<23}  fate"]
    for one, fate in in_turn(queue, now):
        minutes = (now - one.queued) // 60_000
        waited = f"{minutes // 60} h {minutes % 60:02}"
        clock = on_the_clock(now, one.zone)
        lines.append(
            f"{one.id:>3}  {one.contact:<5}  {one.kind:<9}  {waited:>8}  {clock:<23}  {fate}"
        )
    return "\n".join(lines)
