"""Three limits at once, shown send by send: the table of m03's exercise 7."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sendwell.checks.answers import answers

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


@dataclass(frozen=True)
class Passed:
    """What a gate knew about an event, just before it, and what it answered.

    ``hour`` counts sends, ``pair`` those to this contact, ``day`` contacts; ``open`` says whether
    the contact's customer service window is. ``answer`` is "" for a message that came in.
    """

    hour: int
    pair: int
    day: int
    open: bool
    answer: str


@answers("gate.three_limits")
def passed(
    events: Iterable[tuple[str, str, int]], per_hour: int, per_pair: int, per_day: int
) -> tuple[Passed, ...]:
    """What a gate answers to ``events``: ("allow" or "received", contact, time), times ascending.

    At most ``per_hour`` sends in any hour, ``per_pair`` to one contact in any minute, and
    ``per_day`` contacts in any day, of the sends outside a customer service window (24 hours).
    """
    sends: list[tuple[str, int, bool]] = []
    heard: dict[str, int] = {}
    seen = []
    for what, contact, now in events:
        free = contact in heard and now - heard[contact] < DAY
        hour = sum(now - time < HOUR for _, time, _ in sends)
        pair = sum(to == contact and now - time < MINUTE for to, time, _ in sends)
        slots = {to for to, time, counts in sends if counts and now - time < DAY}
        answer = ""
        if what == "received":
            heard[contact] = now
        elif hour >= per_hour:
            answer = "hour"
        elif pair >= per_pair:
            answer = "pair"
        elif not free and contact not in slots and len(slots) >= per_day:
            answer = "day"
        else:
            answer = "ok"
            sends.append((contact, now, not free))
        seen.append(Passed(hour, pair, len(slots), free, answer))
    return tuple(seen)


def gate_step_by_step(
    events: Iterable[tuple[str, str, int]], per_hour: int, per_pair: int, per_day: int
) -> str:
    """A table of ``events`` as in :func:`passed`: what counted just before each, and the answer."""
    asked = [*events]
    lines = [f"{'at':>11}  {'event':<14}  hour  pair  day  window  answer"]
    for (what, contact, now), one in zip(
        asked, passed(asked, per_hour, per_pair, per_day), strict=True
    ):
        event = f"{contact} writes" if what == "received" else f"send to {contact}"
        window = "open" if one.open else "-"
        lines.append(
            f"{now:>11_}  {event:<14}  {one.hour:>4}  {one.pair:>4}  {one.day:>3}  "
            f"{window:<6}  {one.answer or '-'}"
        )
    return "\n".join(lines)
