"""Keep what a learner's code prints, warns or logs out of the cell's output.

nbgrader gives 0 to a cell that wrote anything on stderr, so one deprecation warning would cost
every point. Here stdout, stderr, the process's descriptor 2 and log handlers that already point
at stderr are caught and handed to the report.
"""

from __future__ import annotations

import io
import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

_MOST = 4_000


class _Bounded(io.TextIOBase):
    """A text stream that remembers the first few thousand characters."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text += str(text)[: _MOST - len(self.text)]
        return len(text)

    def writable(self) -> bool:
        return True


class Caught:
    """What was printed while the block ran: ``text``, at most a few thousand characters."""

    text = ""


@contextmanager
def quiet() -> Iterator[Caught]:
    """Catch stdout, stderr, descriptor 2 and log handlers bound to stderr."""
    caught = Caught()
    stream = _Bounded()
    stdout, stderr = sys.stdout, sys.stderr
    handlers = _handlers_to({id(stderr), id(sys.__stderr__)})
    before = [(handler, handler.stream) for handler in handlers]
    with tempfile.TemporaryFile() as file, _descriptor_to(2, file.fileno()):
        sys.stdout = sys.stderr = stream
        for handler in handlers:
            handler.stream = stream
        try:
            yield caught
        finally:
            sys.stdout, sys.stderr = stdout, stderr
            for handler, old in before:
                handler.stream = old
            for handler in _handlers_to({id(stream)}):  # those that the block itself set up
                handler.stream = stderr
            file.seek(0)
            below = file.read(_MOST).decode("utf-8", errors="replace")
            caught.text = (stream.text + below)[:_MOST]


def _handlers_to(streams: set[int]) -> list[logging.StreamHandler[Any]]:
    loggers = [logging.root, *logging.root.manager.loggerDict.values()]
    handlers = [handler for logger in loggers for handler in getattr(logger, "handlers", [])]
    unique = {id(handler): handler for handler in handlers}.values()
    return [
        handler
        for handler in unique
        if isinstance(handler, logging.StreamHandler) and id(handler.stream) in streams
    ]


@contextmanager
def _descriptor_to(descriptor: int, target: int) -> Iterator[None]:
    """Point ``descriptor`` at ``target`` for a while; do nothing where that cannot be done."""
    try:
        saved = os.dup(descriptor)
        os.dup2(target, descriptor)
    except OSError:
        yield
        return
    try:
        yield
    finally:
        with suppress(OSError):
            os.dup2(saved, descriptor)
        os.close(saved)
