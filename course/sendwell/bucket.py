"""A token bucket beside a moving window, on the same sends: the table of m03's second sitting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sendwell.checks.answers import answers
from sendwell.widgets.timeline import admitted


@dataclass(frozen=True)
class Filled:
    """A send that asked a token bucket: ``tokens`` whole tokens were in it just before."""

    time: int
    tokens: int
    admitted: bool


@answers("further.token_bucket")
def filled(times: Iterable[int], capacity: int, refill_every: int) -> tuple[Filled, ...]:
    """What a full bucket of ``capacity`` answers to sends at ``times`` (ascending milliseconds).

    Each send costs one token; ``refill_every`` milliseconds bring one. Both are at least 1.
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


def bucket_beside_window(times: Iterable[int], capacity: int, refill_every: int) -> str:
    """A table: for each send the tokens, what the bucket says and what a moving window says.

    The window admits as much in the long run: ``capacity`` in ``capacity * refill_every``
    milliseconds. ``times`` ascend, in milliseconds.
    """
    asked = [*times]
    window = admitted(asked, capacity, capacity * refill_every, "sliding")
    lines = [f"{'send at':>10}  {'tokens':<{max(6, capacity)}}  bucket   moving window"]
    for send, room in zip(filled(asked, capacity, refill_every), window, strict=True):
        drawn = "o" * send.tokens + "." * (capacity - send.tokens)
        bucket = "sends" if send.admitted else "waits"
        lines.append(
            f"{send.time:>10_}  {drawn:<{max(6, capacity)}}  {bucket:<7}  "
            f"{'sends' if room else 'waits'}"
        )
    return "\n".join(lines)
