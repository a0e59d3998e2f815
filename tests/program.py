"""Run nbgrader and fairmark as their commands do, without waiting each time for their imports."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import runpy
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.build import nbgrader_environment

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["nbgrader.apps.nbgraderapp"])


def program(folder: Path, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What ``python -m module arguments`` does in ``folder``.

    The process is a fork of one that has imported nbgrader and nothing else: that takes longer than
    most of these commands do. Where a test kills a process, or is about how it starts, it runs the
    real command instead.
    """
    with tempfile.TemporaryDirectory() as place:
        texts = Path(place, "stdout"), Path(place, "stderr")
        process = _FORKS.Process(
            target=_run, args=(str(folder), [module, *arguments], nbgrader_environment(), texts)
        )
        process.start()
        process.join()
        said = [path.read_text(encoding="utf-8", errors="replace") for path in texts]
    assert process.exitcode is not None
    return subprocess.CompletedProcess([module, *arguments], process.exitcode, *said)


def nbgrader(folder: Path, *arguments: str) -> str:
    """Run nbgrader in ``folder``; its output, or a failure of the test that shows it."""
    done = program(folder, "nbgrader", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def _run(
    folder: str, command: list[str], environment: dict[str, str], texts: tuple[Path, Path]
) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for stream, path in enumerate(texts, start=1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), stream)
    sys.path.insert(0, folder)
    sys.argv = command
    try:
        runpy.run_module(command[0], run_name="__main__", alter_sys=True)
    finally:
        atexit._run_exitfuncs()  # which multiprocessing's processes leave out
