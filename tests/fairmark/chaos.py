"""Kill one of fairmark's processes at a moment drawn by a seed, run the same command again, look.

``python -m tests.fairmark.chaos 50`` does it fifty times and prints a table; ``--isolation c`` on
that rung of the ladder, ``--aim judge keeper child`` at these processes in turn.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import itertools
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fairmark.record.verdicts import DONE, PENDING, read_verdicts
from fairmark.untrusted.watch import family
from tools.build import nbgrader_environment
from tools.demo import ASSIGNMENT, CLASS, hand_in, make_course

#: What of a run can be killed; "all" is everything at once, as when the power fails.
KINDS = ("command", "manager", "judge", "bubblewrap", "server", "keeper", "child", "all")
_LOCK = ".gradebook.db.grading"
_SUBREAPER = 36
#: Every row that matters, without nbgrader's random ids.
_ROWS = {
    "student": "select id, first_name, last_name, email, lms_user_id from student",
    "assignment": "select s.student_id, s.timestamp, s.extension from submitted_assignment s",
    "notebook": "select s.student_id, n.name, m.late_submission_penalty from submitted_notebook m "
    "join submitted_assignment s on s.id = m.assignment_id join notebook n on n.id = m.notebook_id",
    "grade": "select s.student_id, n.name, c.name, g.auto_score, g.manual_score, g.extra_credit, "
    "g.needs_manual_grade from grade g join submitted_notebook m on m.id = g.notebook_id "
    "join submitted_assignment s on s.id = m.assignment_id join notebook n on n.id = m.notebook_id "
    "join base_cell c on c.id = g.cell_id",
    "comment": "select s.student_id, n.name, c.name, k.auto_comment, k.manual_comment "
    "from comment k join submitted_notebook m on m.id = k.notebook_id "
    "join submitted_assignment s on s.id = m.assignment_id join notebook n on n.id = m.notebook_id "
    "join base_cell c on c.id = k.cell_id",
}


def make_class(folder: Path, copies: int = 2) -> Path:
    """The course of the demo, its six learners and copies of them."""
    folder.mkdir()
    make_course(folder)
    hand_in(folder)
    for number in range(2, copies + 1):
        for sample in CLASS:
            twin = folder / "submitted" / f"{sample.name}{number}"
            shutil.copytree(folder / "submitted" / sample.name, twin)
    return folder


def rows(course: Path) -> dict[str, list[str]]:
    """What the gradebook says, table by table; looked at in a copy, so as to mend nothing."""
    with tempfile.TemporaryDirectory() as folder:
        for file in course.glob("gradebook.db*"):
            shutil.copy2(file, folder)
        with contextlib.closing(sqlite3.connect(Path(folder, "gradebook.db"))) as database:
            return {
                name: sorted(map(repr, database.execute(query))) for name, query in _ROWS.items()
            }


def files(course: Path) -> dict[str, bytes]:
    """What formgrader and learners are shown."""
    return {
        str(path.relative_to(course)): path.read_bytes()
        for step in ("autograded", "feedback")
        for path in (course / step).rglob("*")
        if path.is_file() and path.name not in (DONE, PENDING)
    }


def judgings(course: Path) -> dict[str, str]:
    """Which judging the kept verdicts of each student come from."""
    found = {}
    for folder in (course / "autograded").glob(f"*/{ASSIGNMENT}"):
        verdicts = read_verdicts(folder / PENDING) or read_verdicts(folder / DONE)
        if verdicts is not None:
            found[verdicts.student] = verdicts.judged
    return found


@dataclass
class Trial:
    """One kill and what came of it. ``wrong`` is empty if nothing was lost."""

    seed: int
    kind: str
    seconds: float = 0.0
    while_writing: bool = False
    first_code: int | None = None
    committed: int = 0
    again: str = ""
    wrong: list[str] = field(default_factory=list)

    def line(self) -> str:
        """A row of a Markdown table."""
        when = f"{self.seconds:.2f} s" + (", writing" if self.while_writing else "")
        cells = (self.seed, self.kind, when, self.first_code, self.committed, self.again)
        return " | ".join(map(str, ("", *cells, "; ".join(self.wrong) or "the same", ""))).strip()


HEAD = (
    "| seed | killed | moment | exit code | committed before | the same command again | outcome |\n"
    "|---|---|---|---|---|---|---|"
)


class Chaos:
    """A class, what an undisturbed run makes of it, and trials on copies."""

    def __init__(self, folder: Path, copies: int = 2, isolation: str | None = None) -> None:
        self.folder = folder
        self.isolation = isolation
        self.clean = make_class(folder / "clean", copies)
        whole = self._copy("whole")
        started = time.monotonic()
        done = self._grade(whole)
        self.seconds = time.monotonic() - started
        self.code = done.wait(120)
        self.seconds = time.monotonic() - started
        self.rows, self.files = rows(whole), files(whole)

    def trial(self, seed: int, kind: str | None = None) -> Trial:
        """Kill a process of the kind (None: any), at a moment that ``seed`` draws."""
        chance = random.Random(seed)
        course = self._copy(f"trial-{seed}")
        temporary = self.folder / f"temporary-{seed}"
        temporary.mkdir(mode=0o755)
        trial = Trial(seed, kind or "")
        with _orphans_come_here():
            known = set(family(os.getpid()))
            command = self._grade(course, temporary)
            self._kill(command, course, trial, chance)
            trial.first_code = command.wait(120)
            _all_gone(known, trial, "the killed run")
            before, at_kill = rows(course), judgings(course)
            graded = {row.split("'")[1] for row in before["grade"]}
            trial.committed = len(graded)
            command = self._grade(course, temporary)
            said = command.communicate(timeout=120)[0]
            counts = re.findall(r"^(\d+ (?:graded|taken up))", said, re.MULTILINE)
            trial.again = ", ".join(reversed(counts))
            if command.returncode != self.code:
                trial.wrong.append(f"exit code {command.returncode}: {said}")
            _all_gone(known, trial, "the second run")
        self._compare(course, temporary, trial)
        after = judgings(course)
        judged_again = sorted(one for one in graded if at_kill.get(one) != after.get(one))
        if judged_again:
            trial.wrong.append(f"judged again: {', '.join(judged_again)}")
        if not trial.wrong:
            shutil.rmtree(course)
            shutil.rmtree(temporary)
        return trial

    def _compare(self, course: Path, temporary: Path, trial: Trial) -> None:
        found = rows(course)
        for table, wanted in self.rows.items():
            if found[table] != wanted:
                odd = sorted(set(found[table]) ^ set(wanted))
                trial.wrong.append(f"{table}: {len(odd)} rows differ, as {odd[:2]}")
        shown = files(course)
        if shown != self.files:
            odd = sorted(n for n in shown.keys() | self.files if shown.get(n) != self.files.get(n))
            trial.wrong.append(f"files differ: {odd}")
        left = [
            str(path.relative_to(course))
            for path in course.rglob("*")
            if path.name.endswith((".part", ".new", "-journal")) or path.name in (_LOCK, PENDING)
        ]
        left += [path.name for path in temporary.iterdir()]
        if left:
            trial.wrong.append(f"left behind: {left}")

    def _kill(
        self, command: subprocess.Popen[str], course: Path, trial: Trial, chance: random.Random
    ) -> None:
        """Half of the moments lie anywhere in the run, half of them where it writes."""
        started = time.monotonic()
        if chance.random() < 0.5:
            until = started + chance.uniform(0.05, self.seconds)
            while command.poll() is None and time.monotonic() < until:
                time.sleep(0.002)
        else:
            while command.poll() is None and not (course / "autograded").exists():
                time.sleep(0.002)
            time.sleep(chance.uniform(0, 0.35))
        wanted = [trial.kind] if trial.kind else chance.sample(KINDS, len(KINDS))
        patience = time.monotonic() + 5
        while command.poll() is None and time.monotonic() < patience:
            found = processes(command.pid)
            kind = next((kind for kind in wanted if found.get(kind)), None)
            if kind is None:
                continue
            trial.kind, trial.seconds = kind, time.monotonic() - started
            trial.while_writing = (course / "autograded").exists()
            for pid in found["all"] if kind == "all" else [chance.choice(found[kind])]:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            return
        trial.kind = "none: it had ended"

    def _copy(self, name: str) -> Path:
        return Path(shutil.copytree(self.clean, self.folder / name))

    def _grade(self, course: Path, temporary: Path | None = None) -> subprocess.Popen[str]:
        line = ["-m", "fairmark.cli", "grade", ASSIGNMENT, "--course-dir", str(course)]
        if self.isolation:
            line += ["--isolation", self.isolation]
        return subprocess.Popen(
            [sys.executable, *line, "--jobs", "2"],
            cwd=course,
            env=nbgrader_environment() | ({"TMPDIR": str(temporary)} if temporary else {}),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )


def processes(command: int) -> dict[str, list[int]]:
    """The processes of a run that live, by kind."""
    found: dict[str, list[int]] = {"all": []}
    kinds: dict[int, str] = {}
    for pid in family(command):
        try:
            line = Path(f"/proc/{pid}/cmdline").read_bytes()
            stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if stat[0] == "Z":
            continue
        above = kinds.get(int(stat[1]), "")
        if pid == command:
            kind = "command"
        elif b"bwrap" in line.partition(b"\0")[0] or b"outer.py" in line:
            kind = "bubblewrap"
        elif b"boot.py" in line:
            kind = {"server": "keeper", "keeper": "child", "child": "child"}.get(above, "server")
        else:
            kind = "manager" if above == "command" else "judge"
        kinds[pid] = kind
        found.setdefault(kind, []).append(pid)
        found["all"].append(pid)
    return found


@contextlib.contextmanager
def _orphans_come_here() -> Iterator[None]:
    """Whatever a killed process leaves running becomes a child of this process."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        libc.prctl(_SUBREAPER, 0, 0, 0, 0)


def _all_gone(known: set[int], trial: Trial, of: str) -> None:
    """Wait a little for what is ending; what then still lives has been left behind."""
    until = time.monotonic() + 8
    while True:
        new = [pid for pid in family(os.getpid()) if pid not in known]
        for pid in new:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, os.WNOHANG)
        left = [pid for pid in new if Path(f"/proc/{pid}").exists()]
        if not left:
            return
        if time.monotonic() > until:
            break
        time.sleep(0.02)
    names = [Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[:5] for pid in left]
    trial.wrong.append(f"{of} left processes: {names}")
    for pid in left:
        os.kill(pid, signal.SIGKILL)


def main() -> None:
    """As many trials as the command line says, from the seed that it says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=50, help="how many kills")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--isolation", choices="abc", help="the rung; else the best")
    parser.add_argument("--aim", nargs="+", choices=KINDS, help="what to kill, in turn; else any")
    asked = parser.parse_args()
    aims: list[str | None] = asked.aim or [None]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        chaos = Chaos(Path(folder), isolation=asked.isolation)
        print(HEAD, flush=True)
        bad = killed = 0
        for seed, aim in zip(itertools.count(asked.first), itertools.cycle(aims), strict=False):
            if killed == asked.count:
                break
            trial = chaos.trial(seed, aim)
            killed += trial.seconds > 0
            bad += bool(trial.wrong)
            print(trial.line(), flush=True)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
