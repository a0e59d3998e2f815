"""What the judge starts: from here on an ordinary user, then bubblewrap, then the server.

Run as ``python -I -S outer.py PLAN CONTROL`` with the plan of `Plan` as JSON. If root runs it,
folders that an ordinary user cannot reach (an environment under a home of mode 0700) are opened
first and put where bubblewrap finds them; nobody's permissions are changed. bubblewrap itself
must not be started by root: what it runs would then be root to the rest of the machine.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path
from typing import Any

_STAGE = "/tmp"  # noqa: S108  covered by a tmpfs of its own, in a mount namespace of its own


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
        place = Path(_STAGE, str(number))
        if os.fstat(descriptor).st_mode & 0o170000 == 0o040000:
            place.mkdir()
        else:
            place.touch()
        namespaces.move_mount(descriptor, str(place))
        os.close(descriptor)
        found[path] = str(place)
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


def main() -> None:
    """Become what the plan says."""
    plan = json.loads(sys.argv[1])
    places: dict[str, str] = {}
    if os.geteuid() == 0:
        sources = [*plan["read"].values(), *plan["write"].values()]
        places = stage(sources, plan["uid"], plan["gid"])
    line = bubblewrap(plan, places)
    os.execv(line[0], line)  # noqa: S606


if __name__ == "__main__":
    main()
