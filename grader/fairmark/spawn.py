"""How the process of a server is started on each rung, and what it needs to know."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fairmark.untrusted import cgroup, seccomp

#: The ordinary user that root becomes: Debian's "nobody".
DEFAULT_UID = 65534
#: On rung c users are all that separates processes: one that nobody has.
_ALONE_UIDS = range(61_184, 65_520)
#: The rungs that are built; "unsafe" is none.
KNOWN = ("a", "b", "c", "unsafe")
_HERE = Path(__file__).parent
#: Read-only for learner code, besides the Python environment, where they exist.
_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
_ETC = (
    "alternatives", "fonts", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime",
    "matplotlibrc", "mime.types", "timezone",
)  # fmt: skip


@dataclass
class Started:
    """A server's process, its settings, and the control groups made for it."""

    process: subprocess.Popen[bytes]
    settings: dict[str, Any]
    groups: dict[str, str] = field(default_factory=dict)

    def clear(self) -> None:
        """Take away what was made for it, once it is dead."""
        cgroup.remove(self.groups)


def environment(home: str) -> dict[str, str]:
    """All the environment variables that learner code sees."""
    return {
        "PATH": f"{Path(sys.prefix) / 'bin'}:/usr/local/bin:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": home,
        "IPYTHONDIR": f"{home}/ipython",
        "MPLCONFIGDIR": f"{home}/matplotlib",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "PYTHONDONTWRITEBYTECODE": "1",
        **{f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMEXPR")},
    }


def readable_paths(extra_paths: Sequence[Path]) -> list[str]:
    """The environment, the system's libraries and ``extra_paths``; none inside another."""
    parts = ("", "_frames", "_plain", "_scalars", "_tables")
    wires = [_HERE / f"wire{part}.py" for part in parts]
    code = [*wires, _HERE / "untrusted"]
    wanted = [Path(sys.prefix), Path(sys.base_prefix), *code, *extra_paths]
    system = [Path(path) for path in _SYSTEM if Path(path).is_dir()]
    kept: list[Path] = [path for path in system if not path.is_symlink()]
    for path in sorted({path.absolute() for path in wanted}, key=lambda path: len(path.parts)):
        if not any(path.is_relative_to(other) for other in kept):
            kept.append(path)
    return [str(path) for path in kept]


def start(
    rung: str, control: int, folder: Path, extra_paths: Sequence[Path], uid: int | None
) -> Started:
    """Start the server's process; it waits for its settings on ``control``. Raises OSError."""
    boot = [sys.executable, "-I", "-B", str(_HERE / "untrusted" / "boot.py"), str(control)]
    settings: dict[str, Any] = {
        "rung": rung,
        "prefix": sys.prefix,
        "run_folder": str(folder),
        "extra_paths": [str(path) for path in extra_paths],
        "judge_pid": os.getpid(),
        "cgroups": {},
        "under_tmp": [],
        "readable": [],
    }
    root = os.geteuid() == 0
    if rung in ("a", "b"):
        bwrap = shutil.which("bwrap") if rung == "a" else ""
        if bwrap is None:
            raise FileNotFoundError("bubblewrap is not installed")
        return _start_enclosed(boot, control, folder, settings, uid or DEFAULT_UID, bwrap)
    if rung == "c":
        settings["seccomp"] = seccomp.program(alone=True)
        etc = [f"/etc/{name}" for name in _ETC]
        settings["readable"] = [*readable_paths(extra_paths), *etc]
        settings["uid"] = (uid or _nobodys_uid()) if root else os.geteuid()
        if root:
            os.chown(folder, settings["uid"], settings["uid"])
    return Started(_run(boot, control, folder, str(folder)), settings)


def _start_enclosed(
    boot: list[str],
    control: int,
    folder: Path,
    settings: dict[str, Any],
    uid: int,
    bwrap: str,
) -> Started:
    settings["seccomp"] = seccomp.program(alone=False)
    root = os.geteuid() == 0
    groups = cgroup.make(folder.name, uid) if root else {}
    inside = {kind: f"{cgroup.INSIDE}/{kind}" for kind in groups}
    settings["cgroups"] = inside
    paths = readable_paths([Path(path) for path in settings["extra_paths"]])
    settings["uid"] = uid if root else os.geteuid()
    settings["under_tmp"] = [path for path in paths if path.startswith("/tmp/")]  # noqa: S108
    read = {path: path for path in paths}
    read |= {path: path for name in _ETC if Path(path := f"/etc/{name}").exists()}
    read |= _accounts(folder)
    links = {path: str(Path(path).readlink()) for path in _SYSTEM if Path(path).is_symlink()}
    plan = {
        "bwrap": bwrap,
        "uid": uid,
        "gid": uid,
        "read": read,
        "write": {inside[kind]: path for kind, path in groups.items()},
        "links": links,
        "command": boot,
    }
    outer = [sys.executable, "-I", "-S", "-B", str(_HERE / "untrusted" / "outer.py")]
    try:
        process = _run([*outer, json.dumps(plan)], control, folder, "/tmp")  # noqa: S108
        cgroup.enter(groups, process.pid)
    except OSError:
        cgroup.remove(groups)
        raise
    return Started(process, settings, groups)


def _run(command: Iterable[str], control: int, folder: Path, home: str) -> subprocess.Popen[bytes]:
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(  # noqa: S603
            list(command),
            env=environment(home),
            cwd=folder,
            pass_fds=(control,),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _accounts(folder: Path) -> dict[str, str]:
    """/etc/passwd and its kin with one user in them."""
    files = {
        "passwd": "learner:x:1000:1000::/tmp/work:/bin/sh\n",
        "group": "learner:x:1000:\n",
        "hosts": "127.0.0.1 localhost\n",
        "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o644)
    return {f"/etc/{name}": str(folder / name) for name in files}


def _nobodys_uid() -> int:
    """A uid without an account or a process, drawn: several servers may be starting at once."""
    taken = {int(line.split(b":")[2]) for line in Path("/etc/passwd").read_bytes().splitlines()}
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                taken.add(entry.stat().st_uid)
            except OSError:
                continue
    start = secrets.randbelow(len(_ALONE_UIDS))
    order: list[int] = [*_ALONE_UIDS[start:], *_ALONE_UIDS[:start]]
    return next(uid for uid in order if uid not in taken)
