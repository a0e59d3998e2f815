"""Run a command as somebody else, or as in a container: ``python pretend.py HOW COMMAND...``.

``user``: as an ordinary user, with the environment that root has under a closed home put where
it was, but reachable (in a mount namespace of our own; no permissions are changed). PRETEND_UID
says which user: on rung c, what others of the same user start counts.
``container``: under a filter like Docker's, which forbids namespaces and mounts; two may be joined
by a comma.
"""

import errno
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve()
GRADER = HERE.parents[3] / "grader"
UID = int(os.environ.get("PRETEND_UID", "54321"))


def become_user() -> None:
    sys.path.insert(0, str(GRADER / "fairmark" / "untrusted"))
    import namespaces

    namespaces.unshare(namespaces.NEWNS)
    namespaces.make_private()
    wanted = [str(HERE.parents[3]), sys.prefix, sys.base_prefix]
    roots = [p for p in wanted if not any(p != q and p.startswith(q + "/") for q in wanted)]
    closed = {root: parent for root in roots if (parent := closed_parent(root))}
    trees = {root: namespaces.open_tree(root) for root in closed}
    for parent in set(closed.values()):
        namespaces.mount("none", parent, "tmpfs", 0, "mode=755")
    for root, tree in trees.items():
        Path(root).mkdir(parents=True, exist_ok=True)
        namespaces.move_mount(tree, root)
    namespaces.become(UID, UID)
    os.environ["HOME"] = "/tmp"
    sys.path.pop(0)


def closed_parent(path: str) -> str:
    for parent in reversed(Path(path).parents):
        if not parent.stat().st_mode & 1:
            return str(parent)
    return ""


def forbid_namespaces() -> None:
    import pyseccomp as library

    rules = library.SyscallFilter(library.ALLOW)
    refuse = library.ERRNO(errno.EPERM)
    for name in [
        "unshare",
        "setns",
        "mount",
        "umount2",
        "pivot_root",
        "open_tree",
        "move_mount",
        "fsopen",
        "fsmount",
        "fsconfig",
        "mount_setattr",
        "keyctl",
        "add_key",
        "bpf",
        "perf_event_open",
        "ptrace",
    ]:
        rules.add_rule(refuse, name)
    for flag in (0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000):
        rules.add_rule(refuse, "clone", library.Arg(0, library.MASKED_EQ, flag, flag))
    rules.add_rule(library.ERRNO(errno.ENOSYS), "clone3")
    rules.load()


if __name__ == "__main__":
    how = sys.argv[1].split(",")
    if "user" in how:
        become_user()
    if "container" in how:
        forbid_namespaces()
    os.execvp(sys.argv[2], sys.argv[2:])
