"""Frames on a socket: four bytes of length, then the message; read with limits and deadlines."""

from __future__ import annotations

import socket
import struct
import time as clock

from fairmark.wire_tables import WireError


class Timeout(Exception):
    """The deadline passed before a whole message had crossed."""


class Closed(Exception):
    """The other side has gone."""


_HEADER = struct.Struct(">I")


def send(sock: socket.socket, message: bytes, deadline: float | None = None) -> None:
    """Send one frame. Raises Timeout at ``deadline`` (monotonic seconds), Closed, WireError."""
    if len(message) > 0xFFFFFFFF:
        raise WireError("too long for a frame")
    # Small frames in one go; large ones without copying them again.
    whole = memoryview(message)
    for part in (_HEADER.pack(len(message)) + message[:65536], whole[65536:]):
        left = memoryview(part)
        while left:
            _wait(sock, deadline)
            try:
                left = left[sock.send(left) :]
            except TimeoutError:
                raise Timeout("not sent in time") from None
            except OSError as error:
                raise Closed(f"the other side has gone ({error.strerror})") from None


def receive(sock: socket.socket, limit: int, deadline: float | None = None) -> bytes:
    """One frame of at most ``limit`` bytes; nothing may follow it before the next request.

    Raises Timeout at ``deadline`` (monotonic seconds), Closed, WireError. What is kept grows
    with what arrives, never with what the header claims.
    """
    got = _some(sock, 65536, deadline)
    while len(got) < _HEADER.size:
        got += _some(sock, 65536, deadline)
    (length,) = _HEADER.unpack_from(got)
    if length > limit:
        raise WireError(f"a message of {length:,} bytes; at most {limit:,} are read")
    parts = [got[_HEADER.size :]]
    left = length - len(parts[0])
    while left > 0:
        parts.append(_some(sock, min(left, 1 << 18), deadline))
        left -= len(parts[-1])
    if left < 0:
        raise WireError("a message out of turn")
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _some(sock: socket.socket, most: int, deadline: float | None) -> bytes:
    _wait(sock, deadline)
    try:
        part = sock.recv(most)
    except TimeoutError:
        raise Timeout("no answer in time") from None
    except OSError as error:
        raise Closed(f"the other side has gone ({error.strerror})") from None
    if not part:
        raise Closed("the other side has gone")
    return part


def _wait(sock: socket.socket, deadline: float | None) -> None:
    """Let the next operation on ``sock`` last until ``deadline``."""
    if deadline is None:
        if sock.gettimeout() is not None:
            sock.settimeout(None)
        return
    left = deadline - clock.monotonic()
    if left <= 0:
        raise Timeout("no time left")
    sock.settimeout(left)
