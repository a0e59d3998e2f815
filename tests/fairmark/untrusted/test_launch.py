"""Servers: many children, dead servers, servers that have grown; nothing is left behind."""

import contextlib
import gc
import os
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from fairmark.launch import Child, ChildDied, Server
from fairmark.untrusted import watch


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def zombies() -> int:
    """The dead among this process's descendants that nobody has collected."""
    count = 0
    for pid in watch.family(os.getpid()):
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        count += fields[0] == "Z"
    return count


def run_one(server: Server) -> None:
    with server.child({"a.txt": b"x"}) as child:
        child.run_cell("import subprocess\np = subprocess.Popen(['sleep', '9'])\nx = 1")
        assert child.get("x").value == 1


def test_two_hundred_children_leave_nothing(server: Server) -> None:
    for _ in range(20):
        run_one(server)
    gc.collect()
    before = descriptors(), zombies(), server._memory
    for _ in range(200):
        run_one(server)
    gc.collect()
    assert descriptors() == before[0]
    assert zombies() <= before[1]
    assert server._memory < before[2] + (2 << 20)
    assert server.starts == 1


def test_nothing_is_left_on_disk_or_among_the_groups(server: Server) -> None:
    with Server.start(server.rung, server.limits, warm=()) as other:
        run_one(other)
        folder = other._folder
        assert folder is not None
        assert folder.exists()
        groups = dict(other._started.groups) if other._started else {}
    assert not folder.exists()
    assert not [path for path in groups.values() if Path(path).exists()]
    assert not list(Path(tempfile.gettempdir()).glob(f"{folder.name}*"))


def test_a_dead_server_is_replaced(server: Server) -> None:
    starts = server.starts
    with server.child() as child:
        assert server._started is not None
        os.killpg(server._started.process.pid, signal.SIGKILL)
        server._started.process.wait()
        with contextlib.suppress(ChildDied):
            child.run_cell("1")
    run_one(server)
    assert server.starts == starts + 1


def test_a_server_that_has_grown_is_replaced(server: Server) -> None:
    with Server.start(server.rung, server.limits, warm=(), most_memory=-1) as small:
        run_one(small)
        run_one(small)
        assert small.starts >= 2


def test_children_of_several_threads_at_once(server: Server) -> None:
    failures: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(5):
                run_one(server)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_child_that_nobody_ends_dies_with_the_server(server: Server) -> None:
    with Server.start(server.rung, server.limits, warm=()) as other:
        mark = f"fairmark-left-{os.getpid()}"
        left: Child = other.child()
        left.run_cell(
            f"import subprocess\np = subprocess.Popen(['sh', '-c', 'sleep 60; : {mark}'])"
        )
    found = subprocess.run(["pgrep", "-f", mark], capture_output=True, check=False).stdout.split()
    assert [pid for pid in found if int(pid) != os.getpid()] == []


def _wait_for_death(child: Child) -> None:
    """Its server buries it in its own time."""
    until = time.monotonic() + 10
    with contextlib.suppress(ChildDied):
        while time.monotonic() < until:
            child.get("n")
    assert child.usage is not None


def test_a_lent_server_is_the_same_process_and_outlives_its_judges(server: Server) -> None:
    with Server.start(server.rung, server.limits, warm=()) as first:
        lent = [first.lend(), first.lend()]
        children = [one.child() for one in (*lent, first)]
        for number, child in enumerate(children):
            child.run_cell(f"n = {number}")
        assert [child.get("n").value for child in children] == [0, 1, 2]
        lent[0].close()
        _wait_for_death(children[0])
        assert children[1].get("n").value == 1
        assert first.starts == 1
        assert lent[1].starts == (0 if first.rung in ("a", "b") else 1)
        children[1].kill()
        lent[1].close()
        assert children[2].get("n").value == 2


def test_a_judge_whose_lent_server_has_died_starts_its_own(server: Server) -> None:
    with Server.start(server.rung, server.limits, warm=()) as first, first.lend() as lent:
        first.close()
        with lent.child() as child:
            child.run_cell("n = 1")
            assert child.get("n").value == 1
        assert lent.starts == 1
