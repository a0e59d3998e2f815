"""Learner code tries to get out, on each rung; what counts is what can be seen from outside."""

# ruff: noqa: PT017, E501
import ast
import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fairmark.launch import Child, ChildDied, Server


def answer(child: Child, source: str) -> Any:
    """The last expression of a cell; an error's name if there is one."""
    result = child.run_cell(source)
    if result.error is not None:
        return result.error.kind
    shown = [o for o in result.outputs if o["output_type"] == "execute_result"]
    return ast.literal_eval(shown[0]["data"]["text/plain"]) if shown else None


def alive(mark: str) -> list[int]:
    """The processes of this machine that have ``mark`` in their command line."""
    found = []
    for entry in os.scandir("/proc"):
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                command = Path(entry.path, "cmdline").read_bytes()
            except OSError:
                continue
            if mark.encode() in command:
                found.append(int(entry.name))
    return found


@pytest.fixture
def open_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that everybody may use, as far as modes go."""
    folder = Path("/var/tmp") / f"fairmark-test-{os.getpid()}"
    folder.mkdir()
    folder.chmod(0o777)
    secret = folder / "gradebook.db"
    secret.write_text("points", encoding="utf-8")
    secret.chmod(0o666)
    yield folder
    subprocess.run(["rm", "-rf", str(folder)], check=True)


def test_a_gradebook_can_be_neither_read_nor_listed_nor_written(
    child: Child, open_folder: Path
) -> None:
    secret = open_folder / "gradebook.db"
    assert answer(child, f"open({str(secret)!r}).read()") in (
        "FileNotFoundError",
        "PermissionError",
    )
    assert answer(child, f"open({str(secret)!r}, 'w')") in ("FileNotFoundError", "PermissionError")
    listing = answer(child, f"import os; os.listdir({str(open_folder)!r})")
    assert listing in ("FileNotFoundError", "PermissionError")
    answer(child, f"open({str(open_folder / 'new')!r}, 'w').write('x')")
    answer(child, f"!echo x > {open_folder / 'new'}")
    assert secret.read_text() == "points"
    assert [path.name for path in open_folder.iterdir()] == ["gradebook.db"]


def test_the_course_is_not_there(child: Child) -> None:
    here = str(Path(__file__).parents[3])
    for path in (
        f"{here}/course",
        f"{here}/solutions",
        f"{here}/grader/suites",
        f"{Path.home()}/.ssh",
    ):
        assert answer(child, f"import os; os.listdir({path!r})") in (
            "FileNotFoundError",
            "PermissionError",
        )
    for name in ("sendwell", "fairmark", "fairmark.wire", "fairmark.judge", "fairmark.launch"):
        assert answer(child, f"import {name}") == "ModuleNotFoundError"


def test_links_out_of_the_working_folder_lead_nowhere(child: Child, open_folder: Path) -> None:
    secret = open_folder / "gradebook.db"
    found = answer(child, f"import os; os.symlink({str(secret)!r}, 'link'); open('link').read()")
    assert found in ("FileNotFoundError", "PermissionError")
    assert answer(child, f"os.link({str(secret)!r}, 'hard')") in (
        "FileNotFoundError",
        "PermissionError",
        "OSError",
    )


def test_other_processes_cannot_be_looked_into(child: Child) -> None:
    judge = os.getpid()
    for what in ("environ", "mem", "maps", "fd", "cwd", "root"):
        found = answer(
            child,
            f"import os\np='/proc/{judge}/{what}'\nos.listdir(p) if os.path.isdir(p) else open(p,'rb').read(10)",
        )
        assert found in ("FileNotFoundError", "PermissionError", "ProcessLookupError"), what


def test_the_environment_is_clean(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "token-of-the-judge")
    names = set(answer(child, "import os; sorted(os.environ)"))
    expected = {"PATH", "LANG", "HOME", "TMPDIR", "MPLCONFIGDIR", "IPYTHONDIR"}
    assert expected <= names
    assert not {
        name for name in names if "SECRET" in name or "FAIRMARK" in name or "NBGRADER" in name
    }
    assert "token-of-the-judge" not in str(answer(child, "open('/proc/self/environ').read()"))


def test_there_is_no_network_and_no_socket_to_connect_to(child: Child, open_folder: Path) -> None:
    reached = []
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.socket(socket.AF_UNIX) as local:
        listener.setblocking(False)
        local.bind(str(open_folder / "socket"))
        (open_folder / "socket").chmod(0o777)
        local.listen()
        local.setblocking(False)
        port = listener.getsockname()[1]
        for source in (
            f"import socket; socket.create_connection(('127.0.0.1', {port}), 1)",
            f"s = socket.socket(socket.AF_UNIX); s.connect({str(open_folder / 'socket')!r})",
            f"!bash -c 'echo x > /dev/tcp/127.0.0.1/{port}'",
            "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
            "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
            "socket.socket(40, socket.SOCK_STREAM)",
        ):
            result = child.run_cell(source)
            assert source.startswith("!") or not result.success, source
        for one in (listener, local):
            try:
                reached.append(one.accept())
            except BlockingIOError:
                continue
    assert reached == []


def test_nobody_outside_can_be_signalled(child: Child) -> None:
    for pid in (os.getpid(), os.getppid(), -1):
        found = answer(child, f"import os, signal; os.kill({pid}, signal.SIGUSR1)")
        if pid > 0:
            assert found in ("PermissionError", "ProcessLookupError")
    try:
        answer(child, "os.kill(os.getppid(), 9)")
        answer(child, "os.killpg(os.getpgid(os.getppid()), 9)")
        answer(child, "os.kill(-1, 9)")
    except ChildDied as error:
        assert error.reason == "crashed"


def test_killing_everything_costs_nobody_else(server: Server) -> None:
    starts = server.starts
    with server.child() as victim:
        victim.run_cell("x = 1")
        with server.child() as attacker, contextlib.suppress(ChildDied):
            attacker.run_cell(
                "import os, signal\n"
                "for pid in [os.getppid(), -1, 0, *range(2, 40_000)]:\n"
                "    if pid != os.getpid():\n"
                "        for s in (9,):\n"
                "            try: os.kill(pid, s)\n"
                "            except OSError: pass\n"
            )
        assert victim.get("x").value == 1
    with server.child() as after:
        assert after.run_cell("y = 2").success
    assert server.starts == starts


def test_rights_cannot_be_regained(child: Child) -> None:
    assert answer(child, "import os; (os.getuid() != 0, os.geteuid() != 0)") == (True, True)
    status = dict(
        line.split(":", 1)
        for line in answer(child, "open('/proc/self/status').read()").splitlines()
    )
    for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"):
        assert int(status[name], 16) == 0 or name == "CapBnd", name
    assert status["NoNewPrivs"].strip() == "1"
    assert status["Seccomp"].strip() == "2"
    source = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
done = []
for name, call in {
    "setuid": lambda: os.setuid(0),
    "chroot": lambda: os.chroot("/"),
    "mknod": lambda: os.mknod("device", 0o60600, 0xFE00),
    "unshare": lambda: libc.unshare(0x10000000) and 1 / 0,
    "clone": lambda: libc.syscall(56, 0x10000011, 0, 0, 0, 0) < 0 and 1 / 0,
    "clone3": lambda: libc.syscall(435, bytes(88), 88) < 0 and 1 / 0,
    "mount": lambda: libc.mount(b"x", b"/tmp", b"tmpfs", 0, None) and 1 / 0,
    "umount": lambda: libc.umount2(b"/tmp", 2) and 1 / 0,
    "ptrace": lambda: libc.ptrace(16, os.getppid(), 0, 0) and 1 / 0,
    "keyctl": lambda: libc.syscall(250, 0, -3, 1) < 0 and 1 / 0,
    "bpf": lambda: libc.syscall(321, 0, bytes(64), 64) < 0 and 1 / 0,
    "perf": lambda: libc.syscall(298, bytes(128), 0, -1, -1, 0) < 0 and 1 / 0,
    "io_uring": lambda: libc.syscall(425, 1, bytes(120)) < 0 and 1 / 0,
    "userfaultfd": lambda: libc.syscall(323, 1) < 0 and 1 / 0,
    "by_handle": lambda: libc.syscall(304, -100, bytes(16), 0) < 0 and 1 / 0,
    "vm_read": lambda: libc.syscall(310, os.getppid(), 0, 0, 0, 0, 0) < 0 and 1 / 0,
    "personality": lambda: libc.syscall(135, 0x40000) < 0 and 1 / 0,
    "core_pattern": lambda: open("/proc/sys/kernel/core_pattern", "w"),
    "sysrq": lambda: open("/proc/sysrq-trigger", "w"),
    "kmsg": lambda: open("/dev/kmsg"),
    "memfd": lambda: os.memfd_create("x"),
}.items():
    try:
        call()
    except BaseException:
        continue
    done.append(name)
done
"""
    assert answer(child, source) == []


def test_root_of_the_machine_is_not_who_runs_learner_code(server: Server) -> None:
    mark = f"fairmark-sleeper-{os.getpid()}-{server.rung}"
    with server.child() as child:
        child.run_cell(
            f"import subprocess\np = subprocess.Popen(['sh', '-c', 'sleep 60; : {mark}'])"
        )
        time.sleep(0.2)
        (pid,) = alive(mark)
        status = Path(f"/proc/{pid}/status").read_text().splitlines()
        uids = next(line for line in status if line.startswith("Uid:")).split()[1:]
    assert "0" not in uids
    assert os.geteuid() == 0 or set(uids) == {str(os.geteuid())}


def test_nothing_survives(server: Server) -> None:
    mark = f"fairmark-survivor-{os.getpid()}-{server.rung}"
    with server.child() as child:
        child.run_cell(
            "import os, subprocess, time\n"
            "for _ in range(3):\n"
            "    if os.fork() == 0:\n"
            "        os.setsid()\n"
            "        if os.fork() == 0:\n"
            f"            os.execvp('sh', ['sh', '-c', 'trap \"\" TERM HUP INT; sleep 60; : {mark}'])\n"
            "        os._exit(0)\n"
            f"p = subprocess.Popen(['sh', '-c', 'sleep 60; : {mark}'], start_new_session=True)\n"
            "time.sleep(0.2)"
        )
        until = time.monotonic() + 10  # a busy machine takes its time to start them
        while len(alive(mark)) < 4 and time.monotonic() < until:
            time.sleep(0.1)
        assert len(alive(mark)) == 4
    assert alive(mark) == []


def test_nothing_survives_a_crash(server: Server) -> None:
    mark = f"fairmark-orphan-{os.getpid()}-{server.rung}"
    with server.child() as child:
        with pytest.raises(ChildDied) as died:
            child.run_cell(
                "import os, subprocess\n"
                f"subprocess.Popen(['sh', '-c', 'sleep 60; : {mark}'], start_new_session=True)\n"
                "os._exit(7)"
            )
        assert died.value.reason == "crashed"
        assert died.value.status == 7
    assert alive(mark) == []


def test_there_are_no_descriptors_but_the_channel(child: Child) -> None:
    found = answer(
        child,
        "import os\n{n: os.readlink(f'/proc/self/fd/{n}').partition(':')[0] for n in range(256)"
        " if os.path.lexists(f'/proc/self/fd/{n}')}",
    )
    kinds = {
        n: kind
        for n, kind in found.items()
        if not kind.startswith(("/proc", sys.prefix, sys.base_prefix))
    }
    assert kinds.pop(0) == "/dev/null"
    assert kinds.pop(3) == "socket"
    assert all(kind.startswith("/memfd") for n, kind in kinds.items() if n in (1, 2))
    others = {n: kind for n, kind in kinds.items() if n > 3}
    # On rung c folders of the environment may be open that have no other way in.
    assert (
        all(
            not os.access(f"/proc/self/fd/{n}", os.W_OK) or kind == "anon_inode"
            for n, kind in others.items()
        )
        or not others
    )


def test_python_inside_is_the_one_outside(child: Child) -> None:
    assert answer(child, "import sys; (sys.prefix, sys.version)") == (sys.prefix, sys.version)
    assert answer(child, "import xml.sax, IPython; IPython.__version__")


def test_programs_inside_find_the_same_python(child: Child, server: Server) -> None:
    source = (
        "import subprocess, sys\n"
        "def ask():\n"
        "    try:\n"
        "        command = [sys.executable, '-c', 'import sys; print(sys.prefix)']\n"
        "        return subprocess.run(command, capture_output=True, text=True).stdout.strip()\n"
        "    except OSError:\n"
        "        return 'out of reach'\n"
        "ask()"
    )
    # Without mounts, programs cannot reach an environment under a closed home; they say so.
    closed = server.rung == "c" and not _others_can_reach(sys.prefix, sys.base_prefix)
    assert answer(child, source) in (["", "out of reach"] if closed else [sys.prefix])


def _others_can_reach(*paths: str) -> bool:
    return all(parent.stat().st_mode & 1 for path in paths for parent in Path(path).parents)


def test_two_children_see_nothing_of_each_other(server: Server) -> None:
    with server.child({"mine.txt": b"secret"}) as one, server.child() as other:
        where = answer(one, "import os; os.path.abspath('mine.txt')")
        inside = answer(one, "import os; (os.getpid(), os.getppid())")
        answer(one, "open('/tmp/left', 'w').write('x')")
        assert answer(other, "import os; os.listdir('.')") == []
        assert answer(other, "os.path.exists('/tmp/left')") is False
        if server.rung in ("a", "b"):
            assert answer(other, f"os.path.exists({where!r})") is False
            assert answer(other, "sorted(int(p) for p in os.listdir('/proc') if p.isdigit())") == [
                1,
                2,
            ]
        else:
            assert answer(other, f"open({where!r}).read()") == "PermissionError"
            assert answer(other, f"os.kill({inside[0]}, 0)") == "PermissionError"


def test_what_people_do_in_notebooks_works(child: Child) -> None:
    assert answer(
        child,
        "import threading\nl = []\nt = threading.Thread(target=l.append, args=(1,)); t.start(); t.join(); l",
    ) == [1]
    assert answer(child, "import asyncio\nasync def f(): return 5\nawait f()") == 5
    assert (
        answer(
            child, "import subprocess; subprocess.run(['echo', 'hi'], capture_output=True).stdout"
        )
        == b"hi\n"
    )
    assert (
        answer(child, "import tempfile\nwith tempfile.TemporaryFile() as f: f.write(b'x')\n1") == 1
    )
    assert answer(
        child, "import sqlite3; sqlite3.connect('x.db').execute('select 1').fetchone()"
    ) == (1,)
    assert answer(child, "import os; os.path.expanduser('~') == os.getcwd()") is True
    result = child.run_cell("!echo from the shell")
    assert result.outputs == (
        {"output_type": "stream", "name": "stdout", "text": "from the shell\n"},
    )


def test_a_dead_judge_takes_everything_along(server: Server) -> None:
    mark = f"fairmark-judge-{os.getpid()}-{server.rung}"
    source = f"""
import os, sys, time
from fairmark.launch import Server
server = Server.start({server.rung!r}, warm=())
child = server.child()
child.run_cell("import subprocess; subprocess.Popen(['sh', '-c', 'sleep 60; : {mark}'])")
print("ready", flush=True)
time.sleep(60)
"""
    judge = subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE)
    assert judge.stdout is not None
    assert judge.stdout.readline() == b"ready\n"
    judge.kill()
    judge.wait()
    judge.stdout.close()
    stop = time.monotonic() + 5
    while alive(mark) and time.monotonic() < stop:
        time.sleep(0.05)
    assert alive(mark) == []
