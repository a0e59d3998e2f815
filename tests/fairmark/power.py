"""Cut the power while fairmark grades, start the same command again, look: needs root.

``python -m tests.fairmark.power 10`` lays a course on a disk in a file. At moments drawn by a seed
it stops the run and copies that file: the copy holds what had reached the disk, and nothing that
the kernel still kept in memory. ``--again`` cuts a run that grades everything a second time.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from fairmark.record.verdicts import DONE
from fairmark.untrusted.watch import family
from tests.fairmark.chaos import files, make_class, rows
from tools.build import nbgrader_environment
from tools.demo import ASSIGNMENT

_MEGABYTES = 64


@contextlib.contextmanager
def mounted(image: Path, at: Path) -> Iterator[Path]:
    """The disk in the file ``image``; its course."""
    at.mkdir(mode=0o755, exist_ok=True)
    subprocess.run(["mount", "-o", "loop", str(image), str(at)], check=True)
    try:
        yield at / "course"
    finally:
        subprocess.run(["sync", "--file-system", str(at)], check=True)
        subprocess.run(["umount", str(at)], check=True)


def grade(course: Path, *options: str) -> subprocess.Popen[str]:
    """``fairmark grade``, started."""
    line = ["-m", "fairmark.cli", "grade", ASSIGNMENT, "--course-dir", str(course), *options]
    return subprocess.Popen(
        [sys.executable, *line, "--jobs", "2"],
        env=nbgrader_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def said(command: subprocess.Popen[str]) -> str:
    """What a run says of how many it graded."""
    whole = command.communicate(timeout=300)[0]
    lines = [line for line in whole.splitlines() if " graded in " in line or " taken up" in line]
    return "; ".join(line.partition(" s,")[0] for line in lines) or whole


def _all(command: subprocess.Popen[str], number: signal.Signals) -> None:
    """Send a signal to the run and to all that it has started: a copy takes its time."""
    for pid in [] if command.poll() is not None else list(family(command.pid)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


def cut(disk: Path, folder: Path, seed: int, *, again: bool) -> tuple[Path, str]:
    """Grade on a copy of ``disk``; the file as it was at a moment in which it wrote."""
    chance = random.Random(seed)
    image, lost = folder / "running.img", folder / "lost.img"
    shutil.copy(disk, image)
    with mounted(image, folder / "running") as course:
        command = grade(course, *(["--force"] if again else []))
        database = course / "gradebook.db"
        before = database.stat().st_mtime_ns
        while command.poll() is None and database.stat().st_mtime_ns == before:
            time.sleep(0.001)
        started = time.monotonic()
        if chance.random() < 0.5:  # while submission after submission is written
            time.sleep(chance.uniform(0, 0.6))
        else:  # where the first, or all of them, are called done
            while command.poll() is None and not list(course.glob(f"autograded/*/*/{DONE}")):
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.3))
        moment = time.monotonic() - started
        over = command.poll() is not None
        _all(command, signal.SIGSTOP)
        time.sleep(0.1)  # what was being written through has been
        shutil.copy(image, lost)
        _all(command, signal.SIGKILL)
        command.communicate(timeout=300)
    return lost, f"{moment:.2f} s" + (", at its end" if over else "")


def main() -> None:
    """As many cuts as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=10)
    parser.add_argument("--again", action="store_true")
    asked = parser.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        disk = folder / "disk.img"
        with disk.open("wb") as file:
            file.truncate(_MEGABYTES << 20)
        subprocess.run(["mkfs.ext4", "-q", str(disk)], check=True)
        whole = folder / "whole.img"
        with mounted(disk, folder / "made") as course:
            make_class(course)
        shutil.copy(disk, whole)
        with mounted(whole, folder / "made") as course:
            said(grade(course))
            wanted = rows(course), files(course)
        print("| seed | cut after the first commit | done | the same command again | outcome |")
        print("|---|---|---|---|---|", flush=True)
        for seed in range(asked.count):
            lost, when = cut(whole if asked.again else disk, folder, seed, again=asked.again)
            with mounted(lost, folder / "lost") as course:
                done = len(list((course / "autograded").glob(f"*/*/{DONE}")))
                second = said(grade(course))
                found = rows(course), files(course)
                wrong = [
                    f"{what} differ: {sorted(k for k in a.keys() | b if a.get(k) != b.get(k))[:4]}"
                    for what, a, b in (
                        ("rows", wanted[0], found[0]),
                        ("files", wanted[1], found[1]),
                    )
                    if a != b
                ]
            bad += bool(wrong)
            outcome = "; ".join(wrong) or "the same"
            print(f"| {seed} | {when} | {done} | {second} | {outcome} |", flush=True)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
