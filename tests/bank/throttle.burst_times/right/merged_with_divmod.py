"""heapq.merge of two streams, index arithmetic by divmod."""

import heapq


def burst_times(limit, window):
    late = (window - 1 + divmod(i, limit)[0] for i in range(limit))
    early = (window for _ in range(limit))
    return [*heapq.merge(late, early)]
