"""A dataclass with slots; immutable tuples."""

from dataclasses import dataclass


@dataclass(slots=True)
class SlidingWindow:
    limit: int
    window: int
    times: tuple[int, ...] = ()
    latest: int = -1

    def allow(self, now: int) -> bool:
        self.latest = max(self.latest, now)
        self.times = tuple(t for t in self.times if self.latest - t < self.window)
        if wait := self.retry_after(self.latest):
            assert wait > 0
            return False
        self.times += (self.latest,)
        return True

    def retry_after(self, now: int) -> int:
        waits = [t + self.window - now for t in self.times if now - t < self.window]
        return min(waits) if len(waits) >= self.limit else 0
