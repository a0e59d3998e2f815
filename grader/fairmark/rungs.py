"""Which isolation this machine offers: each rung is tried by a child that tries to get out."""

from __future__ import annotations

import ast
import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import sendwell
from fairmark.launch import ChildDied, LaunchError, Limits, Server
from fairmark.untrusted import landlock

#: Best first. "unsafe" is no rung: it is what remains when there is none, and must be asked for.
RUNGS = ("a", "b", "c")
DESCRIPTIONS = {
    "a": "bubblewrap, own namespaces for each submission, seccomp, Landlock",
    "b": "the same without bubblewrap: our own system calls in its place",
    "c": "reduced: no namespaces; Landlock, seccomp, limits and a memory watchdog",
    "unsafe": "no isolation: learner code can do all that you can",
}

#: What learner code may import besides the environment: the course's library.
LEARNERS_PATHS = (Path(sendwell.__file__).parent.parent,)

#: Run in a child: it prints the names of the things that it could do and should not have.
_BREAKOUT = """
import ctypes, os, socket

def tried(name, action):
    try:
        action()
    except BaseException:
        return
    FOUND.append(name)

def connect(family, address):
    with socket.socket(family, socket.SOCK_STREAM) as sock:
        sock.settimeout(1)
        sock.connect(address)

def call(number, *arguments):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(number, *arguments) < 0:
        raise OSError(ctypes.get_errno())

def environment():
    if "FAIRMARK_CANARY" in os.environ:
        return
    raise KeyError

def namespaces():
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(0x10000000):
        raise OSError

def trace():
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.ptrace(16, PARENT, 0, 0):
        raise OSError

FOUND = []
tried("read a file of the judge", lambda: open(CANARY).read())
tried("list the judge's folder", lambda: os.listdir(os.path.dirname(CANARY)))
tried("write beside a file of the judge", lambda: open(CANARY + ".new", "w"))
tried("open /etc/shadow", lambda: open("/etc/shadow").read())
tried("read the judge's environment", lambda: open(f"/proc/{JUDGE}/environ").read())
tried("read the judge's memory", lambda: open(f"/proc/{JUDGE}/mem", "rb"))
tried("see an environment variable of the judge", environment)
tried("signal the judge", lambda: os.kill(JUDGE, 0))
tried("reach the network of this machine", lambda: connect(socket.AF_INET, ("127.0.0.1", PORT)))
tried("reach a Unix socket", lambda: connect(socket.AF_UNIX, SOCKET))
tried("make namespaces", namespaces)
tried("write to the kernel's settings", lambda: open("/proc/sys/kernel/core_pattern", "w"))
tried("become root", lambda: os.setuid(0))
PARENT = os.getppid()
tried("trace its keeper", trace)
FOUND
"""


@dataclass(frozen=True)
class RungReport:
    """One rung: whether it holds here, and if not, what is missing and how to get it."""

    rung: str
    available: bool
    description: str
    missing: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


def probe() -> list[RungReport]:
    """Every rung, tried now. Takes about a second."""
    return [probe_rung(rung) for rung in RUNGS]


def probe_rung(rung: str) -> RungReport:
    """Start a server on ``rung`` and let a child try to get out."""
    limits = Limits(wall_seconds=20, cpu_seconds=10, memory_bytes=512 << 20)
    try:
        with Server.start(rung, limits, warm=()) as server:
            found = _breakout(server)
            facts = (
                ("uid", str(server.facts.get("uid"))),
                ("control group", "yes" if server.facts.get("groups") else "no: watchdog"),
                ("Landlock", str(landlock.version() or "no")),
            )
    except (LaunchError, ChildDied) as error:
        return RungReport(rung, False, DESCRIPTIONS[rung], (str(error),), _how(rung))
    if found:
        missing = tuple(f"a child could {one}" for one in found)
        return RungReport(rung, False, DESCRIPTIONS[rung], missing, _how(rung), facts)
    return RungReport(rung, True, DESCRIPTIONS[rung], (), _advice(rung, facts), facts)


def best(start: Callable[[str], Server]) -> Server:
    """The server that ``start`` gives for the best rung that holds here.

    Raises LaunchError, with what would help, if none does.
    """
    reason = ""
    for rung in RUNGS:
        try:
            server = start(rung)
        except LaunchError as error:
            reason = str(error)
            continue
        try:
            if not _breakout(server):
                return server
        except (LaunchError, ChildDied) as error:
            reason = str(error)
        server.close()
    how = dict.fromkeys(line for rung in RUNGS for line in _how(rung))
    if reason and not how:
        raise LaunchError(f"Nothing was run: a learner's process does not start here ({reason}).")
    ways = "; ".join([*how, "or choose --unsafe, which lets learner code do all that you can"])
    raise LaunchError(f"This machine offers no isolation, so nothing was run: {ways}.")


def begin(
    rung: str | None, limits: Limits, extra_paths: Sequence[Path], warm: Sequence[str]
) -> Server | None:
    """Start a server on the rung that is likely to be used, and do not wait for it.

    None if it cannot be started: whoever waits for a server will hear why.
    """
    likely = rung or ("a" if shutil.which("bwrap") else "b")
    try:
        return Server.begin(likely, limits, extra_paths, warm=warm)
    except LaunchError:
        return None


def ready(
    begun: Server | None,
    rung: str | None,
    limits: Limits,
    extra_paths: Sequence[Path],
    warm: Sequence[str],
) -> Server:
    """The server to use: ``begun``, if it is on ``rung`` (for None: on the best rung that holds).

    Raises LaunchError if no rung holds, or not the one that was asked for.
    """
    waiting = [begun] if begun is not None else []

    def on(one: str) -> Server:
        if waiting and waiting[0].rung == one:
            server = waiting.pop()
            server.finish()
            return server
        return Server.start(one, limits, extra_paths, warm=warm)

    try:
        return best(on) if rung is None else on(rung)
    finally:
        for server in waiting:
            server.close()


def _breakout(server: Server) -> list[str]:
    """What a child could do on this server and should not have."""
    with (
        tempfile.TemporaryDirectory(prefix="fairmark-probe-") as folder,
        socket.create_server(("127.0.0.1", 0)) as listener,
        socket.socket(socket.AF_UNIX) as local,
    ):
        canary = Path(folder, "canary")
        canary.write_text("canary", encoding="utf-8")
        address = str(Path(folder, "socket"))
        local.bind(address)
        local.listen()
        # Open to everybody: only isolation is in the way.
        for path, mode in ((folder, 0o777), (canary, 0o666), (address, 0o777)):
            Path(path).chmod(mode)
        names = {
            "CANARY": str(canary),
            "SOCKET": address,
            "PORT": listener.getsockname()[1],
            "JUDGE": os.getpid(),
        }
        with server.child() as child:
            child.run_cell("\n".join(f"{name} = {value!r}" for name, value in names.items()))
            result = child.run_cell(_BREAKOUT)
    shown = [output for output in result.outputs if output["output_type"] == "execute_result"]
    if not shown:
        return ["keep its probe from running"]
    return [str(one) for one in ast.literal_eval(shown[0]["data"]["text/plain"])]


def _how(rung: str) -> tuple[str, ...]:
    lines = []
    if rung == "a" and shutil.which("bwrap") is None:
        lines.append("apt install bubblewrap")
    try:
        import pyseccomp  # noqa: F401, PLC0415
    except (ImportError, RuntimeError, OSError):
        lines.append("apt install libseccomp2, and pip install pyseccomp")
    if rung in ("a", "b"):
        lines += [
            f"allow user namespaces: sysctl {name}={wanted}"
            for name, wanted in (
                ("kernel.unprivileged_userns_clone", 1),
                ("kernel.apparmor_restrict_unprivileged_userns", 0),
            )
            if _setting(name) not in ("", str(wanted))
        ]
        if _setting("user.max_user_namespaces") == "0":
            lines.append("allow user namespaces: sysctl user.max_user_namespaces=10000")
    if rung == "c" and not landlock.version():
        lines.append("a kernel from 5.13 on with landlock among its security modules (lsm=)")
    return tuple(lines)


def _advice(rung: str, facts: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """What would make a rung that holds stronger."""
    lines = []
    if rung in ("a", "b") and not landlock.version():
        lines.append("a kernel with Landlock would add a second wall")
    if ("control group", "no: watchdog") in facts:
        lines.append("started by root, or in a delegated control group, memory is held exactly")
    return tuple(lines)


def _setting(name: str) -> str:
    try:
        return Path("/proc/sys", *name.split(".")).read_text(encoding="ascii").strip()
    except OSError:
        return ""
