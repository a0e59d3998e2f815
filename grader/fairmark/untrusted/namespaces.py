"""Namespaces and mounts by system call, for a process that may already have dropped root.

``os.unshare`` and ``os.setns`` came with Python 3.12; mounts have no Python interface at all.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import platform
import stat
from collections.abc import Collection
from pathlib import Path

_LIBC = ctypes.CDLL(None, use_errno=True)
#: System calls that glibc 2.36 (Debian 12) has or may not have; these numbers hold everywhere.
_SYS_OPEN_TREE, _SYS_MOVE_MOUNT, _SYS_MOUNT_SETATTR = 428, 429, 442
_SYS_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}.get(platform.machine(), -1)
_SYS_CAPSET = {"x86_64": 126, "aarch64": 91}.get(platform.machine(), -1)

NEWNS, NEWCGROUP, NEWUTS, NEWIPC = 0x20000, 0x2000000, 0x4000000, 0x8000000
NEWUSER, NEWPID, NEWNET = 0x10000000, 0x20000000, 0x40000000

RDONLY, NOSUID, NODEV, NOEXEC, REMOUNT, BIND = 1, 2, 4, 8, 32, 4096
_REC, _PRIVATE = 16384, 1 << 18
_AT_FDCWD, _AT_RECURSIVE, _AT_EMPTY_PATH = -100, 0x8000, 0x1000
_ATTR_RDONLY, _ATTR_NOSUID, _ATTR_NODEV = 1, 2, 4
_OPEN_TREE_CLONE, _OPEN_TREE_CLOEXEC = 1, os.O_CLOEXEC
_MOVE_MOUNT_F_EMPTY_PATH = 4
_MNT_DETACH = 2
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_CAPBSET_DROP = 1, 4, 24
_PR_SET_CHILD_SUBREAPER, _PR_SET_NO_NEW_PRIVS, _PR_CAP_AMBIENT = 36, 38, 47


def _call(name: str, result: int, what: str = "") -> int:
    if result < 0:
        problem = ctypes.get_errno()
        raise OSError(problem, f"{name}: {os.strerror(problem)}", what)
    return result


def unshare(flags: int) -> None:
    """New namespaces for this process. Raises OSError."""
    _call("unshare", _LIBC.unshare(flags))


def setns(descriptor: int, kind: int) -> None:
    """Join a namespace (for a pid namespace: later children do). Raises OSError."""
    _call("setns", _LIBC.setns(descriptor, kind))


def mount(source: str, target: str, kind: str, flags: int = 0, options: str = "") -> None:
    """Mount. Raises OSError."""
    _call(
        "mount",
        _LIBC.mount(
            source.encode(), target.encode(), kind.encode(), ctypes.c_ulong(flags), options.encode()
        ),
        target,
    )


def make_private() -> None:
    """No mount made here is seen elsewhere."""
    mount("none", "/", "", _REC | _PRIVATE)


def unmount(target: str) -> None:
    """Take a mount away, busy or not. Raises OSError."""
    _call("umount", _LIBC.umount2(target.encode(), _MNT_DETACH), target)


def open_tree(path: str) -> int:
    """A descriptor of a detached copy of what is mounted at ``path``. Raises OSError."""
    flags = _OPEN_TREE_CLONE | _OPEN_TREE_CLOEXEC | _AT_RECURSIVE
    result = _LIBC.syscall(_SYS_OPEN_TREE, _AT_FDCWD, path.encode(), ctypes.c_uint(flags))
    return _call("open_tree", result, path)


def move_mount(descriptor: int, target: str) -> None:
    """Put what `open_tree` gave in place. Raises OSError."""
    result = _LIBC.syscall(
        _SYS_MOVE_MOUNT,
        descriptor,
        b"",
        _AT_FDCWD,
        target.encode(),
        ctypes.c_uint(_MOVE_MOUNT_F_EMPTY_PATH),
    )
    _call("move_mount", result, target)


def put(descriptor: int, target: str) -> None:
    """Put what `open_tree` gave in place, make that place, and let go of it. Raises OSError."""
    place = Path(target)
    if stat.S_ISDIR(os.fstat(descriptor).st_mode):
        place.mkdir(parents=True, exist_ok=True)
    else:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    move_mount(descriptor, target)
    os.close(descriptor)


def set_read_only(descriptor: int) -> None:
    """Let nothing be written to what `open_tree` gave, nor any program in it gain rights.

    Raises OSError (Linux before 5.12 cannot).
    """
    # struct mount_attr: what to set, what to clear, propagation, user namespace; 64 bits each
    wanted = (ctypes.c_uint64 * 4)(_ATTR_RDONLY | _ATTR_NOSUID | _ATTR_NODEV, 0, 0, 0)
    result = _LIBC.syscall(
        _SYS_MOUNT_SETATTR,
        descriptor,
        b"",
        ctypes.c_uint(_AT_EMPTY_PATH | _AT_RECURSIVE),
        wanted,
        ctypes.c_size_t(ctypes.sizeof(wanted)),
    )
    _call("mount_setattr", result)


def pivot(new_root: str) -> None:
    """Make ``new_root``, a mount point, the root; the old one is gone. Raises OSError."""
    os.chdir(new_root)
    _call("pivot_root", _LIBC.syscall(_SYS_PIVOT_ROOT, b".", b"."))
    unmount(".")
    os.chdir("/")


def prctl(option: int, *values: int) -> int:
    """The system call. Raises OSError."""
    arguments = (*values, 0, 0, 0, 0)[:4]
    result: int = _LIBC.prctl(option, *(ctypes.c_ulong(value) for value in arguments))
    return _call(f"prctl {option}", result)


def die_with_parent(parent: int) -> None:
    """SIGKILL for this process when its parent, process ``parent``, dies."""
    prctl(_PR_SET_PDEATHSIG, 9)
    if os.getppid() != parent:
        os._exit(70)


def adopt_orphans() -> None:
    """Descendants whose parents die become children of this process."""
    prctl(_PR_SET_CHILD_SUBREAPER, 1)


def set_dumpable(*, yes: bool) -> None:
    """Whether processes of the same uid may look into this one."""
    prctl(_PR_SET_DUMPABLE, int(yes))


def no_new_privileges() -> None:
    """Nothing that is executed from here on gains rights."""
    prctl(_PR_SET_NO_NEW_PRIVS, 1)


def new_user_namespace(uid: int) -> None:
    """A user namespace of one's own, in which nobody exists but oneself, as ``uid``."""
    outside, group = os.geteuid(), os.getegid()
    unshare(NEWUSER)
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{uid} {outside} 1"),
        ("gid_map", f"{uid} {group} 1"),
    ):
        write(f"/proc/self/{name}", text)


def write(path: str, text: str) -> None:
    """Write to one of the kernel's files, by the bare calls: this happens in every child."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    try:
        os.write(descriptor, text.encode("ascii"))
    finally:
        os.close(descriptor)


def drop_capabilities() -> None:
    """Give up every capability, for good."""
    keep_capabilities(frozenset())
    with contextlib.suppress(OSError):
        prctl(_PR_CAP_AMBIENT, 4)
    _set_capabilities(0)


def keep_capabilities(kept: Collection[int]) -> None:
    """Give up all capabilities but these, also for what is executed."""
    for number in range(64):
        if number in kept:
            continue
        try:
            prctl(_PR_CAPBSET_DROP, number)
        except OSError:
            break  # the kernel has no more, or there is none to drop it with: then it has none
    if kept:
        _set_capabilities(sum(1 << number for number in kept))


def _set_capabilities(mask: int) -> None:
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    low, high = mask & 0xFFFFFFFF, mask >> 32
    # effective, permitted, inheritable: first the lower 32 of each, then the others
    data = (ctypes.c_uint32 * 6)(low, low, low, high, high, high)
    _call("capset", _LIBC.syscall(_SYS_CAPSET, header, data))


def become(uid: int, gid: int) -> None:
    """From root to an ordinary user, for good. Raises OSError."""
    os.setgroups([])
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)
    set_dumpable(yes=True)
