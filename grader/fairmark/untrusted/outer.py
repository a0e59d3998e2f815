"""What the judge starts: from here on an ordinary user, then a small world, then the server.

Run as ``python -I -S outer.py PLAN`` with a plan as JSON. The world is laid out by bubblewrap if
the plan names it (rung a), else by the same system calls from here (rung b). If root runs it,
folders that an ordinary user cannot reach (an environment under a home of mode 0700) are opened
first and put where they can be found; nobody's permissions are changed. bubblewrap itself
must not be started by root: what it runs would then be root to the rest of the machine.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import signal
import socket
import sys
from functools import cache
from pathlib import Path
from typing import Any

_STAGE = "/tmp"  # noqa: S108  covered by a tmpfs of its own, in a mount namespace of its own
_DEVICES = ("null", "zero", "full", "random", "urandom", "tty")
_DEVICE_LINKS = {
    "/dev/fd": "/proc/self/fd",
    "/dev/stdin": "/proc/self/fd/0",
    "/dev/stdout": "/proc/self/fd/1",
    "/dev/stderr": "/proc/self/fd/2",
    "/dev/ptmx": "pts/ptmx",
}
_CAP_SYS_ADMIN, _CAP_SETFCAP = 21, 31


@cache
def _namespaces() -> Any:
    """The module beside this file; `fairmark` itself is not to be imported here."""
    spec = importlib.util.spec_from_file_location(
        "namespaces", Path(__file__).with_name("namespaces.py")
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def stage(paths: list[str], uid: int, gid: int) -> dict[str, str]:
    """Where each of ``paths`` can be reached once root is dropped; then drop it."""
    namespaces = _namespaces()
    namespaces.unshare(namespaces.NEWNS)
    namespaces.make_private()
    opened = [(path, namespaces.open_tree(path)) for path in paths]
    flags = namespaces.NOSUID | namespaces.NODEV
    namespaces.mount("fairmark", _STAGE, "tmpfs", flags, "mode=755,size=1m")
    found = {}
    for number, (path, descriptor) in enumerate(opened):
        found[path] = f"{_STAGE}/{number}"
        namespaces.put(descriptor, found[path])
    namespaces.become(uid, gid)
    return found


def bubblewrap(plan: dict[str, Any], places: dict[str, str]) -> list[str]:
    """The command line: a small read-only system, the environment, nothing else."""
    line = [
        plan["bwrap"],
        *("--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc"),
        *("--unshare-uts", "--unshare-cgroup-try", "--hostname", "fairmark"),
        # Root of its own user namespace, so that bubblewrap makes only one, in which the server
        # may then make others (and map this uid: CAP_SETFCAP).
        # To the rest of the machine it is the ordinary user.
        *("--uid", "0", "--gid", "0", "--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_SETFCAP"),
        *("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"),  # noqa: S108
    ]
    for target, source in plan["read"].items():
        line += ["--ro-bind", places.get(source, source), target]
    for target, source in plan["write"].items():
        line += ["--bind", places.get(source, source), target]
    for target, link in plan["links"].items():
        line += ["--symlink", link, target]
    return [*line, "--remount-ro", "/", "--chdir", "/tmp", "--", *plan["command"]]  # noqa: S108


def enclose(plan: dict[str, Any], places: dict[str, str]) -> None:
    """The same world without bubblewrap: go into it, as its first process.

    Returns there; the process that was started waits for it and ends as it ends.
    """
    ns = _namespaces()
    ns.no_new_privileges()
    # Root of a user namespace, so that the server may make others in it; to the rest of the
    # machine it is still the ordinary user.
    ns.new_user_namespace(0)
    ns.unshare(ns.NEWNS | ns.NEWPID | ns.NEWNET | ns.NEWIPC | ns.NEWUTS)
    with contextlib.suppress(OSError):
        ns.unshare(ns.NEWCGROUP)
    child = os.fork()
    if child:
        os.closerange(3, 1 << 16)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        os._exit(code if code >= 0 else 128 - code)
    ns.prctl(1, signal.SIGKILL)  # it ends with the process that was started
    socket.sethostname("fairmark")
    ns.make_private()
    opened = [
        (target, ns.open_tree(places.get(source, source)), writable)
        for kind, writable in (("read", False), ("write", True))
        for target, source in plan[kind].items()
    ]
    devices = [(f"/dev/{name}", ns.open_tree(f"/dev/{name}"), True) for name in _DEVICES]
    flags = ns.NOSUID | ns.NODEV
    root = Path(_STAGE)
    ns.mount("fairmark", _STAGE, "tmpfs", flags, "mode=755,size=1m")
    for name in ("proc", "tmp", "dev/shm", "dev/pts"):
        (root / name).mkdir(parents=True)
    ns.mount("tmpfs", f"{root}/tmp", "tmpfs", flags, "mode=755")  # noqa: S108
    ns.mount("proc", f"{root}/proc", "proc", flags | ns.NOEXEC)
    ns.mount("devpts", f"{root}/dev/pts", "devpts", ns.NOSUID, "newinstance,ptmxmode=666")
    for target, tree, writable in (*opened, *devices):
        if not writable:
            ns.set_read_only(tree)
        ns.put(tree, str(root / target.lstrip("/")))
    for target, link in {**plan["links"], **_DEVICE_LINKS}.items():
        (root / target.lstrip("/")).symlink_to(link)
    ns.pivot(_STAGE)
    ns.mount("", "/", "", ns.REMOUNT | ns.BIND | ns.RDONLY | flags)
    os.chdir("/tmp")  # noqa: S108
    ns.keep_capabilities({_CAP_SYS_ADMIN, _CAP_SETFCAP})


def main() -> None:
    """Become what the plan says."""
    plan = json.loads(sys.argv[1])
    places: dict[str, str] = {}
    if os.geteuid() == 0:
        sources = [*plan["read"].values(), *plan["write"].values()]
        places = stage(sources, plan["uid"], plan["gid"])
    if plan["bwrap"]:
        line = bubblewrap(plan, places)
    else:
        enclose(plan, places)
        line = plan["command"]
    os.execv(line[0], line)  # noqa: S606


if __name__ == "__main__":
    main()
