"""Whole milliseconds, so a range is the window; type hints as in a code review."""

from collections.abc import Sequence


def allowed(sent: Sequence[int], now: int, limit: int, window: int) -> bool:
    moments = range(now - window + 1, now + 1)
    return len([t for t in sent if t in moments]) < limit
