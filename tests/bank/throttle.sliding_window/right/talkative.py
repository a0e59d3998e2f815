"""Prints, warns, logs and writes to stderr; asserts and type hints; a __repr__."""

import logging
import os
import sys
import warnings

logging.basicConfig(level=logging.DEBUG)
log = logging.getLogger(__name__)


class Base:
    def __init__(self, limit: int, window: int) -> None:
        print("new window", limit, window)
        self.limit = limit
        self.window = window
        self.times: list[int] = []
        self.latest = 0

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.times})"


class SlidingWindow(Base):
    def counting(self, now: int) -> list[int]:
        warnings.warn("deprecated", DeprecationWarning, stacklevel=2)
        return [t for t in self.times if now - t < self.window]

    def allow(self, now: int) -> bool:
        log.warning("allow %s", now)
        if now < self.latest:
            os.write(2, b"the clock went back\n")
            now = self.latest
        self.latest = now
        self.times = self.counting(now)
        assert len(self.times) <= self.limit
        if len(self.times) == self.limit:
            sys.stderr.write("no\n")
            return False
        self.times.append(now)
        return True

    def retry_after(self, now: int) -> int:
        print(self)
        still = self.counting(now)
        return 0 if len(still) < self.limit else min(still) + self.window - now
