"""Which system calls learner code may not make. The program is written once, by the judge's side.

Everything is allowed but what changes the machine, looks into other processes, makes namespaces
or reaches beyond Unix sockets: such calls fail with EPERM, as they do for any ordinary user.
"""

from __future__ import annotations

import ctypes
import errno
import os
import socket
import struct
import tempfile

_LIBC = ctypes.CDLL(None, use_errno=True)
_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 22, 2
_NEW_NAMESPACES = tuple(1 << bit for bit in (17, 25, 26, 27, 28, 29, 30))

_REFUSED = """
    acct add_key afs_syscall bdflush bpf chroot clock_adjtime clock_settime create_module
    delete_module fanotify_init fanotify_mark finit_module fsconfig fsmount fsopen fspick
    get_kernel_syms getpmsg init_module io_uring_enter io_uring_register io_uring_setup
    ioperm iopl kcmp kexec_file_load kexec_load keyctl lookup_dcookie mbind memfd_create
    memfd_secret migrate_pages mknod mknodat modify_ldt mount mount_setattr move_mount move_pages
    msgget name_to_handle_at nfsservctl open_by_handle_at open_tree perf_event_open personality
    pidfd_getfd pivot_root process_madvise process_vm_readv process_vm_writev ptrace putpmsg
    query_module quotactl quotactl_fd reboot request_key seccomp semget set_mempolicy setdomainname
    sethostname setns settimeofday shmget stime swapoff swapon sysfs syslog tuxcall umount
    umount2 unshare uselib userfaultfd ustat vhangup vm86 vm86old vserver
"""


#: Processes that learner code may not touch, by the numbers that stand for theirs until the
#: filter is installed.
KEEPER, SERVER, JUDGE = 0x7FFFA001, 0x7FFFA002, 0x7FFFA003
#: Calls that name a process, and in which argument.
_ON_PROCESSES = {
    "kill": 0, "tkill": 0, "tgkill": 0, "rt_sigqueueinfo": 0, "rt_tgsigqueueinfo": 0,
    "pidfd_open": 0, "prlimit64": 0, "sched_setaffinity": 0, "sched_setscheduler": 0,
    "sched_setparam": 0, "sched_setattr": 0, "setpriority": 1, "ioprio_set": 1,
}  # fmt: skip


def program(*, alone: bool) -> bytes:  # noqa: C901  a list of rules
    """The filter as the kernel takes it.

    ``alone``: no namespaces keep this process from others, so the filter must: no signals to
    the processes above, no Unix sockets but pairs. Raises ImportError without pyseccomp,
    RuntimeError or OSError without libseccomp.
    """
    import pyseccomp as library  # noqa: PLC0415  here: the untrusted side never needs it

    rules = library.SyscallFilter(library.ALLOW)
    refuse = library.ERRNO(errno.EPERM)

    def add(action: int, name: str, *arguments: object) -> None:
        # A name that this machine's libseccomp does not know is no call of its kernel.
        try:
            number = library.resolve_syscall(library.Arch.NATIVE, name)
        except (ValueError, OSError):
            return
        if number >= 0:
            rules.add_rule(action, name, *arguments)

    def low(argument: int, value: int) -> object:
        return library.Arg(argument, library.MASKED_EQ, 0xFFFFFFFF, value & 0xFFFFFFFF)

    for name in _REFUSED.split():
        add(refuse, name)
    # glibc falls back to clone, whose flags can be read, where clone3 is not there.
    add(library.ERRNO(errno.ENOSYS), "clone3")
    for flag in _NEW_NAMESPACES:
        add(refuse, "clone", library.Arg(0, library.MASKED_EQ, flag, flag))
    for name in ("socket", "socketpair"):
        add(refuse, name, library.Arg(0, library.NE, socket.AF_UNIX))
    # Pushing characters into a terminal.
    for request in (0x5412, 0x541C):
        add(refuse, "ioctl", low(1, request))
    if alone:
        add(refuse, "socket", library.Arg(0, library.EQ, socket.AF_UNIX))
        add(refuse, "socketpair", library.Arg(1, library.MASKED_EQ, 0xF, socket.SOCK_DGRAM))
        for name, argument in _ON_PROCESSES.items():
            for pid in (KEEPER, SERVER, JUDGE):
                add(refuse, name, low(argument, pid))
                add(refuse, name, low(argument, -pid))
        add(refuse, "kill", low(0, -1))
        # By group or user instead of by process.
        for name, most in (("setpriority", 0), ("ioprio_set", 1)):
            add(refuse, name, library.Arg(0, library.GT, most))
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()


def spare(code: bytes, keeper: int, server: int, judge: int) -> bytes:
    """The filter with the numbers of those processes in it."""
    for mark, pid in ((KEEPER, keeper), (SERVER, server), (JUDGE, judge)):
        for sign in (1, -1):
            before, after = (struct.pack("=I", sign * n & 0xFFFFFFFF) for n in (mark, pid))
            code = code.replace(before, after)
    return code


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def install(code: bytes) -> None:
    """Put the filter on this process and all it starts. Raises OSError."""
    prepared = _Program(len(code) // 8, code)
    arguments = (ctypes.c_ulong(_SECCOMP_MODE_FILTER), ctypes.byref(prepared))
    if _LIBC.prctl(_PR_SET_SECCOMP, *arguments, ctypes.c_ulong(0), ctypes.c_ulong(0)):
        problem = ctypes.get_errno()
        raise OSError(problem, os.strerror(problem), "seccomp")
