"""What module m06 gives: a look at who is next in a queue of reports."""

from __future__ import annotations

from collections.abc import Iterable

from sendwell.checks.answers import answers


@answers("review.review_queue")
def in_order(waiting: Iterable[tuple[str, int, int]], now: int, ageing: int) -> list[str]:
    """The accounts of ``waiting`` in the order in which they would be taken up at ``now``.

    Each is (account, urgency, arrived), in the order of joining; times are in milliseconds and
    ``ageing`` is at least 1. Urgency falls by 1 for each full ``ageing`` waited.
    """
    lined_up = sorted(waiting, key=lambda one: one[1] - (now - one[2]) // ageing)
    return [account for account, _, _ in lined_up]
