"""
mechanism: not a function but an object that can be called, cached
"""

from __future__ import annotations
import functools


class Allowed:
    def __call__(self, sent, now, limit, window):
        return self._count(tuple(sent), now, window) < limit

    @functools.lru_cache
    def _count(self, sent, now, window):
        return sum(now - window < t <= now for t in sent)


allowed = Allowed()
