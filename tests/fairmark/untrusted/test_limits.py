"""Bombs, on each rung: they cost the submission that holds them, and are named rightly."""

# ruff: noqa: PT017, E501
import dataclasses
import time
from collections.abc import Iterator

import pytest

from fairmark.launch import ChildDied, Server
from tests.fairmark.untrusted.conftest import LIMITS, start

SMALL = dataclasses.replace(LIMITS, memory_bytes=192 << 20, cpu_seconds=1, wall_seconds=15)


@pytest.fixture(scope="module", params=["a", "b", "c"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    with start(request.param, SMALL) as started:
        yield started


def died(server: Server, source: str, seconds: float = 12) -> str:
    """Why a child that runs ``source`` is ended; empty if it lives."""
    with server.child() as child:
        try:
            child.run_cell(source, deadline=time.monotonic() + seconds)
            child.run_cell("1", deadline=time.monotonic() + 2)
        except ChildDied as error:
            assert child.usage is not None
            return error.reason
    return ""


def test_a_memory_bomb(server: Server) -> None:
    source = "l = []\nwhile True: l.append(b'x' * 1_000_000)"
    assert died(server, source) == "memory limit"


def test_a_memory_bomb_of_several_processes(server: Server) -> None:
    """Each takes half of what is allowed; four together take twice as much."""
    source = (
        "import os, time\n"
        "for _ in range(4):\n"
        "    if os.fork() == 0:\n"
        "        l = [b'x' * 1_000_000 for _ in range(100)]\n"
        "        time.sleep(10)\n"
        "        os._exit(0)\n"
        "time.sleep(3)"
    )
    assert died(server, source) == "memory limit"


def test_memory_within_the_limit_is_no_bomb(server: Server) -> None:
    assert died(server, "x = b'x' * 120_000_000\ndel x\ny = b'y' * 120_000_000") == ""


def test_an_endless_loop_ends_at_the_deadline(server: Server) -> None:
    started = time.monotonic()
    assert died(server, "import time\ntime.sleep(60)", 1) == "time limit"
    assert time.monotonic() - started < 3


def test_a_loop_that_swallows_every_exception(server: Server) -> None:
    source = (
        "import signal\n"
        "for number in range(1, 32):\n"
        "    try: signal.signal(number, signal.SIG_IGN)\n"
        "    except (OSError, ValueError): pass\n"
        "while True:\n"
        "    try:\n"
        "        while True: pass\n"
        "    except BaseException: pass"
    )
    assert died(server, source) == "time limit"


def test_processor_time_counts_over_all_processes(server: Server) -> None:
    """Each stays under the limit; together they pass it before the wall clock does."""
    source = (
        "import os, time\n"
        "def burn():\n"
        "    stop = time.process_time() + 0.4\n"
        "    while time.process_time() < stop: pass\n"
        "for _ in range(6):\n"
        "    pid = os.fork()\n"
        "    if pid == 0:\n"
        "        burn(); os._exit(0)\n"
        "    os.waitpid(pid, 0)\n"
    )
    assert died(server, source) == "time limit"


def test_a_fork_bomb(server: Server) -> None:
    source = "import os, time\nfor _ in range(200):\n    try: os.fork()\n    except OSError: time.sleep(0.05)"
    assert died(server, source, 1.0) in ("time limit", "process limit", "memory limit")
    assert died(server, "1") == ""


def test_processes_are_few(server: Server) -> None:
    with server.child() as child:
        result = child.run_cell(
            "import subprocess\nmade = []\n"
            "try:\n    for _ in range(100): made.append(subprocess.Popen(['sleep', '5']))\n"
            "except OSError as error: print(len(made) <= 32, type(error).__name__)"
        )
    assert result.outputs[0]["text"] == "True BlockingIOError\n"


def test_threads_are_few(server: Server) -> None:
    with server.child() as child:
        result = child.run_cell(
            "import threading, time\n"
            "try:\n    for n in range(200): threading.Thread(target=time.sleep, args=(5,), daemon=True).start()\n"
            "except RuntimeError: print(n <= 32)"
        )
    assert result.outputs[0]["text"] == "True\n"


def test_the_disk_cannot_be_filled(server: Server) -> None:
    source = (
        "n = 0\n"
        "try:\n"
        "    while n < 200:\n"
        "        with open(f'file-{n}', 'wb') as file: file.write(bytes(1 << 20))\n"
        "        n += 1\n"
        "except OSError as error: print(n <= 16, error.errno)"
    )
    with server.child() as child:
        try:
            result = child.run_cell(source)
            if server.rung == "c":  # counted by looking
                child.run_cell("import time; time.sleep(1)")
            assert result.outputs[0]["text"] == "True 28\n"
        except ChildDied as error:
            assert server.rung == "c"
            assert error.reason == "file limit"


def test_files_without_content_count_too(server: Server) -> None:
    source = (
        "import os, time\n"
        "for n in range(20_000): os.close(os.open(f'file-{n}', os.O_CREAT | os.O_WRONLY))\n"
    )
    with server.child() as child:
        try:
            result = child.run_cell(source)
            if server.rung == "c":
                child.run_cell("time.sleep(2)")
        except ChildDied as error:
            # Counted by looking, on this rung: on a busy machine the clock may strike first.
            assert server.rung == "c"
            assert error.reason in ("file limit", "time limit")
        else:
            assert result.error is not None
            assert result.error.kind == "OSError"


def test_one_large_file(server: Server) -> None:
    with server.child() as child:
        try:
            result = child.run_cell("open('large', 'wb').write(bytes(64 << 20))")
        except ChildDied as error:
            assert error.reason == "output limit"
        else:
            assert not result.success


def test_shared_memory_has_the_same_bound(server: Server) -> None:
    with server.child() as child:
        result = child.run_cell(
            "from multiprocessing import shared_memory\n"
            "s = shared_memory.SharedMemory(create=True, size=64 << 20)\n"
            "s.buf[:] = bytes(64 << 20)"
        )
        assert not result.success


def test_open_files_are_few(server: Server) -> None:
    with server.child() as child:
        result = child.run_cell("kept = [open('/dev/null') for _ in range(500)]")
    assert result.error is not None
    assert result.error.kind == "OSError"


def test_deep_folders_leave_nothing_behind(server: Server) -> None:
    with server.child() as child:
        try:
            child.run_cell(
                "import os\nfor _ in range(1500):\n    os.mkdir('d' * 100); os.chdir('d' * 100)\nos.chmod('.', 0)"
            )
        except ChildDied as error:
            # Landlock walks up from where one is: so deep that takes most of SMALL's second.
            slow = ("time limit",) if server.rung == "c" else ()
            assert error.reason in ("file limit", *slow)
    with server.child() as child:
        assert child.run_cell("1").success


def test_much_printing_is_cut_and_the_cell_goes_on(server: Server) -> None:
    with server.child() as child:
        result = child.run_cell(
            "for _ in range(1_000): print('x' * 1_000)\nprint('end')\ndone = True"
        )
        assert result.success
        assert result.output_limit
        assert len(result.outputs[0]["text"]) == LIMITS.output_bytes
        assert child.get("done").value is True
        loud = child.run_cell("!yes | head -c 5000000")
        assert loud.output_limit
        assert len(loud.outputs[0]["text"]) <= LIMITS.output_bytes


def test_printing_without_end_through_the_descriptor(server: Server) -> None:
    assert died(server, "!yes", 4) in ("time limit", "output limit", "memory limit", "")


def test_many_figures_are_cut(server: Server) -> None:
    with server.child() as child:
        result = child.run_cell(
            "from IPython.display import HTML, display\nfor n in range(20): display(HTML(str(n)))"
        )
    assert result.output_limit
    assert len(result.outputs) == LIMITS.rich_outputs


def test_a_crash_is_a_crash(server: Server) -> None:
    assert died(server, "import ctypes; ctypes.string_at(0)") == "crashed"
    assert died(server, "import os; os.abort()") == "crashed"
    assert died(server, "import os; os.close(3)") == "crashed"
    assert died(server, "import sys; sys.setrecursionlimit(10**9)\ndef f(): f()\nf()") in (
        "crashed",
        "memory limit",
        "time limit",
        "",
    )
