"""A heap of what has been sent by now; the limit-th newest decides."""

import heapq


def allowed(sent, now, limit, window):
    newest = heapq.nlargest(limit, (t for t in sent if t <= now))
    return len(newest) < limit or newest[-1] <= now - window
