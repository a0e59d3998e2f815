"""Landlock: which files this process and its children may open, and nothing else.

By three system calls (numbers 444 to 446 everywhere). Kernel documentation:
https://docs.kernel.org/userspace-api/landlock.html
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable

_LIBC = ctypes.CDLL(None, use_errno=True)
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_REFER, _TRUNCATE = 1 << 13, 1 << 14
_MAKE_DEVICES = (1 << 6) | (1 << 11)
_NET = 3  # to bind and to connect TCP sockets, from version 4
_SCOPES = 3  # abstract Unix sockets and signals, from version 6

READ = _EXECUTE | _READ_FILE | _READ_DIR
USE = _READ_FILE | _WRITE_FILE | _TRUNCATE
#: Everything but making device files.
ALL = ((1 << 15) - 1) & ~_MAKE_DEVICES
_ON_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE


def version() -> int:
    """The Landlock version of this kernel; 0 if it has none."""
    found: int = _LIBC.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint(1))
    return max(0, found)


def _handled(known: int) -> int:
    handled = (1 << 13) - 1
    if known >= 2:
        handled |= _REFER
    if known >= 3:
        handled |= _TRUNCATE
    return handled


def restrict(rules: Iterable[tuple[str, int]]) -> None:
    """Allow only ``rules``: a path and what may be done at and under it. Raises OSError.

    Paths that do not exist are left out. Needs `no_new_privileges` first.
    """
    known = version()
    handled = _handled(known)
    attributes = struct.pack("QQQ", handled, _NET, _SCOPES)
    size = 24 if known >= 6 else 16 if known >= 4 else 8
    ruleset = _LIBC.syscall(_CREATE_RULESET, attributes, ctypes.c_size_t(size), ctypes.c_uint(0))
    if ruleset < 0:
        raise OSError(ctypes.get_errno(), "landlock_create_ruleset")
    try:
        for path, access in rules:
            try:
                at = os.open(path, os.O_PATH | os.O_CLOEXEC)
            except OSError:
                continue
            try:
                allowed = access & handled
                if not _is_folder(at):
                    allowed &= _ON_FILES
                rule = struct.pack("=Qi", allowed, at)
                if _LIBC.syscall(_ADD_RULE, ruleset, 1, rule, ctypes.c_uint(0)):
                    raise OSError(ctypes.get_errno(), "landlock_add_rule", path)
            finally:
                os.close(at)
        if _LIBC.syscall(_RESTRICT_SELF, ruleset, ctypes.c_uint(0)):
            raise OSError(ctypes.get_errno(), "landlock_restrict_self")
    finally:
        os.close(ruleset)


def _is_folder(descriptor: int) -> bool:
    return os.fstat(descriptor).st_mode & 0o170000 == 0o040000
