"""Lock a child in, on whichever rung the server stands, and end it with all it has started.

Three processes take part: the server, which never runs learner code; the keeper, forked from it,
which lays out the child's world and outlives it; the inner process, which gives up every right
and then serves the judge.
"""

from __future__ import annotations

import contextlib
import os
import random
import resource
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from fairmark import wire
from fairmark.untrusted import cgroup, landlock, namespaces, reach, seccomp
from fairmark.untrusted.folders import remove_tree
from fairmark.untrusted.watch import Ground, Watched, family, user_processes

CHANNEL = 3
#: Where the working folder lies once a child has a file system of its own.
_WORK = "/tmp/work"  # noqa: S108
#: What the learner's uid is called inside.
_LEARNER = 1000
_NAMESPACES = (
    namespaces.NEWNS
    | namespaces.NEWNET
    | namespaces.NEWIPC
    | namespaces.NEWUTS
    | namespaces.NEWCGROUP
)
#: A small file takes a page and an inode.
_BYTES_PER_INODE = 4096


@contextlib.contextmanager
def new_pids(settings: dict[str, Any]) -> Iterator[None]:
    """What is forked in here is the first of a pid namespace of its own, on rungs a and b."""
    if settings["rung"] not in "ab":
        yield
        return
    own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    try:
        namespaces.unshare(namespaces.NEWPID)
        yield
    finally:
        with contextlib.suppress(OSError):  # in the child, which goes its own way
            namespaces.setns(own, namespaces.NEWPID)
        os.close(own)


def prepare(settings: dict[str, Any], number: int) -> Ground:
    """Lay out what child ``number`` needs before it is forked."""
    if settings["rung"] in "ab":
        return Ground(number)
    folder = tempfile.mkdtemp(prefix=f"child-{number}-", dir=settings["run_folder"])
    return Ground(number, folder)


def keep(
    settings: dict[str, Any],
    ground: Ground,
    limits: dict[str, Any],
    channel: int,
    make_ready: Callable[[], Callable[[socket.socket], None]],
) -> int:
    """Fork the process that serves and outlive it: nothing it has started stays behind.

    Returns its exit status, 128 more than the number of a signal that ended it.
    """
    if channel != CHANNEL:
        os.dup2(channel, CHANNEL)
    os.set_inheritable(CHANNEL, False)
    sock = socket.socket(fileno=CHANNEL)
    first = CHANNEL + 1
    for kept in reach.descriptors(settings["through"]):
        os.closerange(first, kept)
        first = kept + 1
    os.closerange(first, 1 << 16)
    try:
        _lay_out(settings, limits)
        inner = os.fork()
    except Exception as error:
        _greet(sock, error)
        return 70
    if inner == 0:
        code = 70
        try:
            try:
                serve = make_ready()
                _lock_in(settings, ground, limits)
            except Exception as error:
                _greet(sock, error)
            else:
                _greet(sock, None)
                serve(sock)
            code = 0
        finally:
            os._exit(code)
    namespaces.set_dumpable(yes=False)
    sock.close()
    while True:
        pid, status = os.wait()
        if pid == inner:
            break
    if settings["rung"] not in "ab":
        end_family(os.getpid())
    code = os.waitstatus_to_exitcode(status)
    return code if code >= 0 else 128 - code


def _greet(sock: socket.socket, error: Exception | None) -> None:
    text = "" if error is None else f"{type(error).__name__}: {error}"
    wire.send(sock, wire.encode(text, 10_000))


def _lay_out(settings: dict[str, Any], limits: dict[str, Any]) -> None:
    """The keeper's part: the world in which the inner process will find itself."""
    os.setsid()
    _rather_me(500)
    if settings["rung"] not in "ab":
        namespaces.die_with_parent(settings["server_pid"])
        namespaces.adopt_orphans()
        return
    namespaces.prctl(1, signal.SIGKILL)
    namespaces.unshare(_NAMESPACES)
    namespaces.make_private()
    if settings["cgroups"]:
        # They cannot be taken away here (they came from a namespace above), but covered.
        namespaces.mount("none", cgroup.INSIDE, "tmpfs", namespaces.RDONLY, "size=4k")
    shown = [(path, namespaces.open_tree(path)) for path in settings["under_tmp"]]
    size = limits["file_bytes"]
    flags = namespaces.NOSUID | namespaces.NODEV
    inodes = size // _BYTES_PER_INODE + 64
    namespaces.mount("tmpfs", "/tmp", "tmpfs", flags, f"mode=1777,size={size},nr_inodes={inodes}")  # noqa: S108
    for path, tree in shown:
        namespaces.put(tree, path)
    # One quota for both: what is shared in memory counts as a file.
    for folder in (_WORK, "/tmp/.shm"):  # noqa: S108
        Path(folder).mkdir(mode=0o700)
    namespaces.mount("/tmp/.shm", "/dev/shm", "", namespaces.BIND)  # noqa: S108
    namespaces.mount("proc", "/proc", "proc", flags | namespaces.NOEXEC)
    namespaces.mount("devpts", "/dev/pts", "devpts", namespaces.NOSUID, "newinstance,ptmxmode=666")
    namespaces.new_user_namespace(_LEARNER)


def _lock_in(settings: dict[str, Any], ground: Ground, limits: dict[str, Any]) -> None:
    """The inner process's part: give up everything, in the order in which it is needed."""
    keeper = os.getppid()
    namespaces.die_with_parent(keeper)
    namespaces.set_dumpable(yes=True)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.setsid()
    _rather_me(1000)
    os.umask(0o077)
    folder = ground.folder or _WORK
    os.chdir(folder)
    os.environ["HOME"] = folder
    os.environ["TMPDIR"] = ground.folder or "/tmp"  # noqa: S108
    os.environ["MPLCONFIGDIR"] = f"{folder}/.config/matplotlib"
    os.environ["IPYTHONDIR"] = f"{folder}/.ipython"
    tempfile.tempdir = None
    sys.path.insert(0, "")  # helper modules lie beside the notebook
    _reseed()
    _limit(settings, limits)
    if settings["rung"] == "unsafe":
        return
    namespaces.drop_capabilities()
    namespaces.no_new_privileges()
    if landlock.version():
        landlock.restrict(_rules(settings, folder))
    elif settings["rung"] == "c":
        raise OSError("this kernel has no Landlock")
    program = settings["seccomp"]
    if settings["rung"] == "c":
        program = seccomp.spare(program, keeper, settings["server_pid"], settings["judge_pid"])
    seccomp.install(program)
    if sys.prefix != settings["prefix"]:
        raise OSError(f"this is {sys.prefix}, not {settings['prefix']}")


def _rather_me(score: int) -> None:
    """Where memory runs out, the kernel is to kill this process before the server."""
    with contextlib.suppress(OSError):
        namespaces.write("/proc/self/oom_score_adj", str(score))


def _rules(settings: dict[str, Any], folder: str) -> list[tuple[str, int]]:
    devices = [(f"/dev/{name}", landlock.USE) for name in ("null", "zero", "random", "urandom")]
    terminals = [(f"/dev/{name}", landlock.USE | landlock.READ) for name in ("pts", "ptmx")]
    if settings["rung"] == "c":
        through = settings["through"]
        readable = [(through.get(path, path), landlock.READ) for path in settings["readable"]]
        own = (f"/proc/{os.getpid()}", landlock.READ)
        facts = [(f"/proc/{name}", landlock.READ) for name in ("cpuinfo", "meminfo", "stat")]
        return [(folder, landlock.ALL), *readable, *devices, own, *facts]
    return [
        ("/", landlock.READ),
        ("/tmp", landlock.ALL),  # noqa: S108
        ("/dev/shm", landlock.ALL),  # noqa: S108
        *devices,
        *terminals,
    ]


def _reseed() -> None:
    """Chance is the server's in every child, unless it is drawn anew."""
    random.seed()
    numpy = sys.modules.get("numpy.random")
    if numpy is not None:
        numpy.seed()


def _limit(settings: dict[str, Any], limits: dict[str, Any]) -> None:
    """The kernel's limits on each process: a second line behind those on all of them."""
    processes = limits["processes"] + 1  # the keeper
    if settings["rung"] not in "ab":
        # Without a user namespace, the user's other processes count too; one of them is this.
        processes = limits["processes"] + user_processes(os.getuid()) - 1
    wanted = {
        resource.RLIMIT_CPU: int(limits["cpu_seconds"]) + 1,
        resource.RLIMIT_FSIZE: limits["file_bytes"],
        resource.RLIMIT_NOFILE: limits["open_files"],
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_AS: max(4 * limits["memory_bytes"], 4 << 30),
        resource.RLIMIT_NPROC: processes,
    }
    for kind, value in wanted.items():
        hard = resource.getrlimit(kind)[1]
        most = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (most, most))


def end(settings: dict[str, Any], watched: Watched) -> None:
    """Kill everything of a child and collect its keeper."""
    if watched.reaped:
        return
    if settings["rung"] in "ab":
        # With the first process of a pid namespace, the kernel ends all the others.
        with contextlib.suppress(ProcessLookupError):
            os.kill(watched.pid, signal.SIGKILL)
    else:
        end_family(watched.pid, and_itself=True)
    watched.reap()


def end_strays(keepers: set[int]) -> None:
    """Kill what has come to the server because its keeper died first."""
    own = os.getpid()
    for pid in family(own):
        if pid != own and not any(pid in family(keeper) for keeper in keepers):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)


def end_family(pid: int, *, and_itself: bool = False) -> None:
    """Kill all descendants of ``pid``, those forked meanwhile too; orphans come back to it."""
    while True:
        others = [one for one in family(pid) if one != pid]
        for other in others:
            with contextlib.suppress(ProcessLookupError):
                os.kill(other, signal.SIGKILL)
        if os.getpid() == pid:
            with contextlib.suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
        if not others or (os.getpid() != pid and all(map(_is_dead, others))):
            break
    if and_itself:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _is_dead(pid: int) -> bool:
    try:
        text = Path(f"/proc/{pid}/stat").read_bytes()
    except OSError:
        return True
    return text.rpartition(b")")[2].split()[0] in (b"Z", b"X")


def clear(ground: Ground) -> None:
    """Remove what a child has left."""
    if ground.folder:
        remove_tree(ground.folder)
