"""A token bucket beside a moving window, on the same sends: what each of them has and answers.

The window admits as much in the long run as the bucket: ``capacity`` sends in any
``capacity * refill_every`` milliseconds. All times are integers, in milliseconds, and ascend; each
send costs one token. ``bucket.js`` holds the same rules; a test keeps the two in agreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sendwell.checks.answers import answers
from sendwell.widgets.timeline import admitted


@dataclass(frozen=True)
class Filled:
    """A send that asked a token bucket: ``tokens`` whole tokens were in it just before."""

    time: int
    tokens: int
    admitted: bool


@dataclass(frozen=True)
class Now:
    """What both have at one moment, after the sends of that moment.

    ``level`` is in milliseconds of filling, ``refill_every`` of which are one token;
    ``next_token`` and ``next_place`` are how long until there is one more, 0 if there are all.
    """

    level: int
    tokens: int
    next_token: int
    places: int
    next_place: int


@answers("further.token_bucket")
def filled(times: Iterable[int], capacity: int, refill_every: int) -> tuple[Filled, ...]:
    """What a full bucket of ``capacity`` answers to sends at ``times``.

    >>> [send.admitted for send in filled([0, 0, 999, 1_000], 1, 1_000)]
    [True, False, False, True]
    """
    seen = []
    missing = last = 0  # milliseconds of filling that the bucket lacks, at the moment last
    for time in times:
        missing = max(0, missing - (time - last))
        last = time
        tokens = (capacity * refill_every - missing) // refill_every
        seen.append(Filled(time, tokens, tokens > 0))
        missing += refill_every * (tokens > 0)
    return tuple(seen)


@answers("further.token_bucket", "throttle")
def beside(times: Sequence[int], capacity: int, refill_every: int) -> list[tuple[Filled, int]]:
    """For each send what the bucket says, and the places that the window had just before.

    The window admits the send if it had a place.
    """
    window = capacity * refill_every
    both, taken = [], list[int]()
    verdicts = admitted(times, capacity, window, "sliding")
    for send, yes in zip(filled(times, capacity, refill_every), verdicts, strict=True):
        both.append((send, capacity - sum(send.time - window < sent for sent in taken)))
        taken += [send.time] * yes
    return both


@answers("further.token_bucket", "throttle")
def at(now: int, times: Iterable[int], capacity: int, refill_every: int) -> Now:
    """What both have at ``now``: of ``times`` those up to ``now`` count."""
    window = size = capacity * refill_every
    seen = [time for time in times if time <= now]
    level, last = size, 0
    for send in filled(seen, capacity, refill_every):
        level = min(size, level + send.time - last) - refill_every * send.admitted
        last = send.time
    level = min(size, level + now - last)
    verdicts = admitted(seen, capacity, window, "sliding")
    taken = [time for time, yes in zip(seen, verdicts, strict=True) if yes and time > now - window]
    return Now(
        level,
        level // refill_every,
        refill_every - level % refill_every if level < size else 0,
        capacity - len(taken),
        taken[0] + window - now if taken else 0,
    )


@answers("further.token_bucket", "throttle")
def curves(
    times: Sequence[int], capacity: int, refill_every: int, span: int
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The corners of two lines from 0 to ``span``: the level, and the free places of the window.

    A level is in milliseconds of filling; it rises evenly, and where a send takes a token there are
    two corners at one time. Places jump, so each change is two corners too.
    """
    size = capacity * refill_every
    level = [(0, size)]
    changes: list[tuple[int, int]] = []
    for send, places in beside(times, capacity, refill_every):
        then, had = level[-1]
        if had < size and then + size - had < send.time:
            level.append((then + size - had, size))
        height = min(size, had + send.time - then)
        level.append((send.time, height))
        if send.admitted:
            level.append((send.time, height - refill_every))
        if places > 0:
            changes += [(send.time, -1), (send.time + size, 1)]
    then, had = level[-1]
    if had < size and then + size - had < span:
        level.append((then + size - had, size))
    level.append((span, min(size, had + span - then)))
    room = [(0, capacity)]
    for time, change in sorted(changes, key=lambda pair: (pair[0], -pair[1])):
        if time <= span:
            room += [(time, room[-1][1]), (time, room[-1][1] + change)]
    return level, [*room, (span, room[-1][1])]
