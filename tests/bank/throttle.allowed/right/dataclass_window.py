"""A dataclass for the window, with ``in``."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Window:
    start: int
    end: int

    def __contains__(self, t):
        return self.start < t <= self.end


def allowed(sent, now, limit, window):
    looked_at = Window(now - window, now)
    inside = [t for t in sent if t in looked_at]
    return len(inside) < limit
