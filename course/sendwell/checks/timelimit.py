"""Stop code that does not come back, where Python lets us.

A repeating timer raises TimeLimitExceeded in the main thread. Code that swallows it is hit again
at every tick; from the third tick on it is hit at its next line and at once again, so that
``while True`` with ``except BaseException: pass`` ends too. Code that swallows it and then comes
back has still run out of time. Not stopped: one long call into C, and places without ``setitimer``
(other threads, Windows, Pyodide), where the code simply runs.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from contextlib import AbstractContextManager, nullcontext
from types import FrameType, TracebackType
from typing import Any

#: `signal.signal` turns numbers into enums and back, which takes longer than many a check.
_set_handler: Any = getattr(sys.modules.get("_signal"), "signal", signal.signal)
_SIGALRM = int(getattr(signal, "SIGALRM", 0))
_TICK = 0.2
_AT_ONCE = 0.00001
_PATIENCE = 3
#: A raising trace function is switched off by Python, so code that swallows must be hit often.
_HASTE = 0.0002


class TimeLimitExceeded(BaseException):
    """The code under check ran longer than it may."""


def time_limit(seconds: float) -> AbstractContextManager[None]:
    """Raise TimeLimitExceeded in the block after ``seconds``.

    Afterwards the handler, the trace function and a timer that somebody else had set are as they
    were. Code in functions that the block calls is stopped even if it swallows the exception.
    """
    if not hasattr(signal, "setitimer") or (
        threading.current_thread() is not threading.main_thread()
    ):
        return nullcontext()
    return _Timed(seconds)


class _Timed:
    # Methods, not a generator: a tick or a traced line must never hit the way out of the block,
    # and every frame of this file can be told by its name.

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.ticks = 0

    def __enter__(self) -> None:
        self.block = sys._getframe(1)  # noqa: SLF001
        self.traced, self.profiled = sys.gettrace(), sys.getprofile()
        self.handler = _set_handler(_SIGALRM, self._tick)
        self.started = time.monotonic()
        self.timer = signal.setitimer(signal.ITIMER_REAL, self.seconds, _TICK)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.setprofile(self.profiled)
        sys.settrace(self.traced)
        _set_handler(_SIGALRM, signal.SIG_DFL if self.handler is None else self.handler)
        delay, interval = self.timer
        if delay:
            left = delay - (time.monotonic() - self.started)
            signal.setitimer(signal.ITIMER_REAL, max(left, 0.001), interval)
        if self.ticks and not isinstance(error, TimeLimitExceeded | KeyboardInterrupt):
            raise TimeLimitExceeded(self.seconds)

    def _tick(self, _: int, frame: FrameType | None) -> None:
        if frame is not None and frame.f_code.co_filename == __file__:
            return
        self.ticks += 1
        if self.ticks >= _PATIENCE:
            signal.setitimer(signal.ITIMER_REAL, _HASTE, _HASTE)
            self._trace(frame)
            sys.setprofile(self._every_return)
        raise TimeLimitExceeded(self.seconds)

    def _trace(self, frame: FrameType | None) -> None:
        while frame is not None and frame is not self.block:
            frame.f_trace = self._every_line
            frame = frame.f_back
        sys.settrace(self._every_line)

    def _every_return(self, frame: FrameType, event: str, _: object) -> None:
        """Code that swallows at several levels has left one: it is hit at the next one's line."""
        if event == "return" and frame.f_code.co_filename != __file__ and frame is not self.block:
            self._trace(frame.f_back)

    def _every_line(self, frame: FrameType, event: str, _: object) -> Any:
        if frame.f_code.co_filename == __file__:
            return None
        if event == "line":
            # Python forgets a trace function that raises, so the next tick must come at once.
            signal.setitimer(signal.ITIMER_REAL, _AT_ONCE, _TICK)
            raise TimeLimitExceeded(self.seconds)
        return self._every_line
