"""Lay a course full of attackers, run ``fairmark grade`` on it, and say what became of each.

An attack is a file in ``cells`` (its text becomes an answer cell) or in ``files`` (a Python module
with ``make(finished) -> bytes``, or ``lay(folder, finished)`` that fills the submission's folder).
Its docstring says what must come of it::

    mechanism: one sentence
    cell:      the answer cell that is attacked; default allowed
    verdict:   what the first check of that exercise gets; several words with | between them
    points:    of that exercise's test cells together; a number, "full" or "any"; by default no
               more than an answer that is always True earns (`BASE`)
    rest:      of all other test cells; "full" or "any"; default full
    finding:   words that the run's summary has for this submission
    failed:    yes if the submission gets no verdict (and only then)
    never:     a pattern that no markup of this submission and no text on its page may hold
    must not:  what must not have happened
    undefended: why the attacker gets away with it (then ``points`` says what is got)

Work in ``honest`` has the same form and keeps its full points. Words between @ are replaced: see
`Scene.words`.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

from tests.course import ASSIGNMENT, Course
from tools.build import ROOT

HERE = Path(__file__).parent
MOST = {"allowed": 8, "burst-times": 6, "simple-window": 3, "sliding-window": 14}
BASE = {"allowed": 1, "burst-times": 0, "simple-window": 0, "sliding-window": 1}
#: Of the cells that are attacked, and of the whole notebook.
ATTACKED_POINTS = sum(MOST.values())
ALL_POINTS = sum(
    cell.metadata.nbgrader.points
    for cell in nbformat.read(ROOT / "solutions" / ASSIGNMENT / "build.ipynb", as_version=4).cells
    if cell.metadata.get("nbgrader", {}).get("grade")
)
#: What a run is given; a whole run may last `PATIENCE` seconds.
SECONDS, MEGABYTES, PATIENCE = 8, 300, 150
_MARKUP = ("text/html", "text/markdown", "text/latex", "image/svg+xml")
#: What attackers call processes that are to survive them, and files that they leave.
SURVIVOR, LEFT = "fmsurvivor", "left-by-attack"
_KEYS = (
    "mechanism", "cell", "verdict", "points", "rest", "finding", "failed", "never", "must not",
    "undefended",
)  # fmt: skip


@dataclass(frozen=True)
class Attack:
    """One file of this folder."""

    name: str
    kind: str
    path: Path
    facts: dict[str, str]

    @property
    def student(self) -> str:
        return f"{self.kind[0]}-{self.name.replace('_', '-')}"

    @property
    def cell(self) -> str:
        return self.facts.get("cell", "allowed")

    @property
    def honest(self) -> bool:
        return self.kind == "honest"

    @property
    def verdicts(self) -> set[str]:
        text = self.facts.get("verdict", "passed" if self.honest else "")
        return {word.strip() for word in text.split("|") if word.strip()}


def attacks() -> list[Attack]:
    """Every attack and every honest oddity, by name."""
    return [
        Attack(path.stem, kind, path, header(path.read_text(encoding="utf-8")))
        for kind in ("cells", "files", "honest")
        for path in sorted((HERE / kind).glob("*.py"))
    ]


def header(source: str) -> dict[str, str]:
    """The facts in a file's docstring."""
    text = source.split('"""')[1]  # not parsed: some of it only IPython understands
    found: dict[str, str] = {}
    key = ""
    for line in text.splitlines():
        match = re.match(rf"({'|'.join(_KEYS)}):\s*(.*)", line)
        if match:
            key = match[1]
            found[key] = match[2].strip()
        elif key and line.strip():
            found[key] += " " + line.strip()
    return found


class WithSecrets(Course):
    """A course whose hidden tests hold a canary."""

    secret = "canary-of-hidden-tests"

    def run(self, *arguments: str) -> str:
        if arguments[0] == "generate_assignment":
            path = self.folder / "solutions" / ASSIGNMENT / "build.ipynb"
            notebook = nbformat.read(path, as_version=4)
            for cell in notebook.cells:
                cell.source = cell.source.replace(
                    "### BEGIN HIDDEN TESTS", f"### BEGIN HIDDEN TESTS\n# {self.secret}"
                )
            nbformat.write(notebook, path)
        return super().run(*arguments)


#: What no output, page or record may hold: what attackers could read only where they must not.
CANARIES = {
    "environment": "canary-of-environment",
    "home": "canary-of-home",
    "gradebook": "canary-of-gradebook",
    "neighbour": "canary-of-neighbour",
    "source folder": "canary-of-source",
    "hidden tests": WithSecrets.secret,
    "loopback": "canary-of-loopback",
}

BYSTANDER = """
# {canary}
import glob, os, pathlib
places = ("/tmp", "/dev/shm", "/var/tmp", "/run", os.getcwd(), os.path.dirname(os.getcwd()))
seen = [p for place in places for p in glob.glob(place + "/**", recursive=True) if {left!r} in p]
for path in pathlib.Path("/proc").glob("[0-9]*/comm"):
    try:
        seen += [name for name in [path.read_text().strip()] if {survivor!r} in name]
    except OSError:
        pass
print("found:", seen, "nice:", os.nice(0))
"""


class Scene:
    """A folder with the course, a home, a place for marks, and services that listen."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.marks = folder / "marks"
        self.attacks = attacks()
        self.reached: list[str] = []
        for place in (self.home, self.marks):
            place.mkdir()
        (self.home / "secret.txt").write_text(CANARIES["home"])
        self.tcp = socket.create_server(("127.0.0.1", 0))
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.bind(("127.0.0.1", 0))
        self.local = socket.socket(socket.AF_UNIX)
        self.local.bind(str(folder / "socket"))
        self.local.listen()
        self.abstract = socket.socket(socket.AF_UNIX)
        self.abstract.bind(f"\0fairmark-attacked-{os.getpid()}")
        self.abstract.listen()
        for sock in (self.tcp, self.udp, self.local, self.abstract):
            threading.Thread(target=self._serve, args=(sock,), daemon=True).start()
        self.words = {
            "@TCP@": str(self.tcp.getsockname()[1]),
            "@UDP@": str(self.udp.getsockname()[1]),
            "@SOCKET@": str(folder / "socket"),
            "@ABSTRACT@": f"fairmark-attacked-{os.getpid()}",
            "@COURSE@": str(folder / "now"),
            "@ROOT@": str(ROOT),
            "@HOME@": str(self.home),
            "@MARKS@": str(self.marks),
            "@LEFT@": LEFT,
            "@SURVIVOR@": SURVIVOR,
            "@JUDGE@": str(os.getpid()),
        }
        self._lay(folder / "laid")

    def _serve(self, sock: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                if sock.type == socket.SOCK_DGRAM:
                    self.reached.append(f"udp {sock.recv(100)!r}")
                    continue
                other, _ = sock.accept()
                self.reached.append(f"{sock.family.name} {sock.getsockname()!r}")
                other.sendall(CANARIES["loopback"].encode())
                other.close()

    def close(self) -> None:
        for sock in (self.tcp, self.udp, self.local, self.abstract):
            sock.close()

    def _lay(self, folder: Path) -> None:
        course = WithSecrets(folder)
        self.released = course.released.read_bytes()
        for attack in self.attacks:
            place = folder / "submitted" / attack.student / ASSIGNMENT
            place.mkdir(parents=True)
            if attack.kind == "files" or attack.path.read_text().find("def lay(folder") >= 0:
                self._lay_file(course, attack, place)
            else:
                text = self._filled(attack.path.read_text(encoding="utf-8"))
                course.submit(attack.student, {attack.cell: text})
        for name in ("a-bystander", "zz-bystander"):
            text = BYSTANDER.format(canary=CANARIES["neighbour"], left=LEFT, survivor=SURVIVOR)
            course.submit(name, {})
            (folder / "submitted" / name / ASSIGNMENT / "timestamp.txt").write_text(
                "2026-11-23 10:00:00 UTC\n"
            )
            path = folder / "submitted" / name / ASSIGNMENT / "build.ipynb"
            notebook = nbformat.read(path, as_version=4)
            notebook.cells.append(nbformat.v4.new_code_cell(text))
            nbformat.write(notebook, path)
        (folder / "solutions" / ASSIGNMENT / "key.txt").write_text(CANARIES["source folder"])
        database = sqlite3.connect(folder / "gradebook.db")
        database.execute(
            "insert into student (id, first_name, last_name) values ('zz-bystander', ?, 'x')",
            (CANARIES["gradebook"],),
        )
        database.commit()
        database.close()

    def _lay_file(self, course: Course, attack: Attack, place: Path) -> None:
        spec = importlib.util.spec_from_file_location(f"attack_{attack.name}", attack.path)
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        answers = {
            name: self._filled(text) for name, text in getattr(module, "ANSWERS", {}).items()
        }
        course.submit(attack.student, answers)
        path = place / "build.ipynb"
        finished = path.read_bytes()
        if hasattr(module, "make"):
            path.write_bytes(module.make(finished))
        else:
            path.unlink()
            module.lay(place, finished)

    def _filled(self, text: str) -> str:
        for word, meant in self.words.items():
            text = text.replace(word, meant)
        return text

    def grade(self, rung: str) -> Run:
        """Grade a copy of the course, in which everybody may read and write everything."""
        now = self.folder / "now"
        if now.exists():
            shutil.rmtree(now)
        subprocess.run(["cp", "-a", str(self.folder / "laid"), str(now)], check=True)
        subprocess.run(["chmod", "-R", "a+rwX", str(now), str(self.home)], check=True)
        self.marks.chmod(0o777)
        temporary = self.folder / f"temporary-{rung}"
        temporary.mkdir(mode=0o755)
        self.reached.clear()
        environment = {
            **os.environ,
            "FAIRMARK_CANARY": CANARIES["environment"],
            "HOME": str(self.home),
            "TMPDIR": str(temporary),
            "SENDWELL_PROGRESS": "",
        }
        report = self.folder / f"{rung}.json"
        command = [
            # should the grader itself be lured into using memory: 6 GB, not all of the machine
            "prlimit", f"--as={6 << 30}", "--",
            sys.executable, "-m", "fairmark.cli", "grade", ASSIGNMENT,
            "--course-dir", str(now), "--json", str(report), "--isolation", rung,
            "--time-limit", str(SECONDS), "--memory-limit", str(MEGABYTES), "--jobs", "2",
        ]  # fmt: skip
        started = time.monotonic()
        with _watched(temporary) as servers:
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                errors="replace",
                start_new_session=True,
            )
            try:
                said, errors = process.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                said, errors = process.communicate()
                errors += f"\nstopped after {PATIENCE} s"
        seconds = time.monotonic() - started
        kept = self.folder / f"done-{rung}"
        subprocess.run(["cp", "-a", str(now), str(kept)], check=True)
        return Run(
            rung,
            process.returncode,
            said,
            errors,
            seconds,
            json.loads(report.read_text()) if report.is_file() else [],
            kept,
            {
                "reached": list(self.reached),
                "marks": sorted(path.name for path in self.marks.iterdir()),
                "home": sorted(path.name for path in self.home.iterdir()),
                "temporary": sorted(path.name for path in temporary.iterdir()),
                "processes": survivors(),
                "groups": [name for name in servers if _has_group(name)],
            },
        )


@contextlib.contextmanager
def _watched(temporary: Path) -> Iterator[set[str]]:
    """The folders that appear in ``temporary`` meanwhile: servers are called after them."""
    names: set[str] = set()
    done = threading.Event()

    def look() -> None:
        while not done.wait(0.1):
            names.update(path.name for path in temporary.glob("fairmark-*"))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield names
    finally:
        done.set()
        thread.join()


def _has_group(name: str) -> bool:
    root = Path("/sys/fs/cgroup")
    return any(root.glob(f"{name}")) or any(root.glob(f"*/{name}"))


def survivors() -> list[str]:
    """Processes, of whatever user, that an attacker has started and that live."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            name = (folder / "comm").read_text().strip()
            line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
            state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
            if state not in "ZX" and (SURVIVOR in name or SURVIVOR in line):
                found.append(f"{folder.name} {name} {line[:60]}")
    return found


@dataclass
class Run:
    """What came of grading on one rung."""

    rung: str
    code: int
    said: str
    errors: str
    seconds: float
    records: list[dict[str, Any]]
    course: Path
    left: dict[str, list[str]]
    _scores: dict[str, float] = field(default_factory=dict)

    def of(self, student: str) -> list[dict[str, Any]]:
        return [record for record in self.records if record["student"] == student]

    def points(self, student: str, cell: str) -> float:
        """Of the test cells of one answer cell."""
        cells = {f"check-{cell}", f"unseen-{cell}"}
        return sum(r["points"] for r in self.of(student) if r["cell"] in cells)

    def verdict(self, student: str, cell: str) -> str:
        """The first verdict of its first check."""
        of = [r["verdict"] for r in self.of(student) if r["cell"] == f"check-{cell}"]
        return of[0] if of else "no verdict"

    @property
    def failed(self) -> set[str]:
        """Who got no verdict, as the summary says."""
        lines = self.said.partition("No verdict:\n")[2].splitlines()
        return {line.partition(":")[0].strip() for line in lines}

    def findings(self, student: str) -> str:
        lines = [line for line in self.said.splitlines() if line.strip().startswith(f"{student}: ")]
        return "\n".join(lines)

    @property
    def scores(self) -> dict[str, float]:
        """By student, as the gradebook has them."""
        if not self._scores:
            database = sqlite3.connect(self.course / "gradebook.db")
            rows = database.execute(
                "select sa.student_id, sum(coalesce(g.manual_score, g.auto_score, 0) "
                "+ coalesce(g.extra_credit, 0)) from submitted_assignment sa "
                "join submitted_notebook sn on sn.assignment_id = sa.id "
                "join grade g on g.notebook_id = sn.id group by sa.student_id"
            )
            self._scores = dict(rows.fetchall())
            database.close()
        return self._scores

    def shown(self, student: str) -> str:
        """Everything that is shown of a submission: outputs, feedback page, records."""
        notebook = self.course / "autograded" / student / ASSIGNMENT / "build.ipynb"
        parts = [json.dumps(self.of(student))]
        if notebook.is_file():
            cells = json.loads(notebook.read_text(encoding="utf-8"), parse_constant=_refuse)
            parts += [
                json.dumps(cell.get("outputs", []), ensure_ascii=False) for cell in cells["cells"]
            ]
        page = self.course / "feedback" / student / ASSIGNMENT / "build.html"
        if page.is_file():
            parts.append(page.read_text(encoding="utf-8"))
        return "\n".join(parts)

    def markup(self, student: str) -> str:
        """What a browser would show as markup: the feedback page, and rich outputs and cells."""
        page = self.course / "feedback" / student / ASSIGNMENT / "build.html"
        parts = [page.read_text(encoding="utf-8")] if page.is_file() else []
        notebook = self.course / "autograded" / student / ASSIGNMENT / "build.ipynb"
        cells = nbformat.read(notebook, as_version=4).cells if notebook.is_file() else []
        for cell in cells:
            if cell.cell_type != "code":
                parts += [cell.source, str(cell.get("attachments", ""))]
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                parts += [data[kind] for kind in data if kind in _MARKUP]
                # formgrader turns colours in these into markup; other sequences must be gone
                parts.append(re.sub("[<>]", "", output.get("text", "")))
        return "\n".join(map(str, parts))

    def sizes(self, student: str) -> int:
        """Bytes in the files written for a submission."""
        return sum(
            path.stat().st_size
            for step in ("autograded", "feedback")
            for path in (self.course / step / student).rglob("*")
            if path.is_file()
        )


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


def problems(run: Run, attack: Attack) -> list[str]:
    """What did not come as the attack's header says it must."""
    wrong = [*_of_verdict(run, attack), *_of_what_is_shown(run, attack)]
    finding = attack.facts.get("finding", "")
    if finding not in run.findings(attack.student):
        wrong.append(f"no finding: {run.findings(attack.student)!r}")
    return wrong


def _of_verdict(run: Run, attack: Attack) -> Iterator[str]:
    facts, student = attack.facts, attack.student
    if facts.get("failed") == "yes":
        if student not in run.failed:
            yield "it got a verdict"
        if run.scores.get(student):
            yield f"it got {run.scores[student]} points"
        return
    if student in run.failed:
        yield "it got no verdict"
    verdict, points = run.verdict(student, attack.cell), run.points(student, attack.cell)
    if attack.verdicts and verdict not in attack.verdicts:
        yield f"the verdict is {verdict}"
    wanted = facts.get("points", "full" if attack.honest else "")
    if not wanted and points > BASE[attack.cell]:
        yield f"{points:g} points"
    if wanted not in ("", "any"):
        most = MOST[attack.cell] if wanted == "full" else float(wanted)
        if points != most:
            yield f"{points:g} points, not {most:g}"
    rest = sum(run.points(student, cell) for cell in MOST if cell != attack.cell)
    if facts.get("rest", "full") == "full" and rest != ATTACKED_POINTS - MOST[attack.cell]:
        yield f"{rest:g} points for the rest"
    yield from _of_records(run, student)


def _of_records(run: Run, student: str) -> Iterator[str]:
    score = run.scores.get(student)
    points = sum(record["points"] for record in run.of(student))
    if score != points:
        yield f"the gradebook has {score}, the records {points:g}"
    if any(record["forgeable"] for record in run.of(student)):
        yield "a check was forgeable"


def _of_what_is_shown(run: Run, attack: Attack) -> Iterator[str]:
    student = attack.student
    try:
        shown = run.shown(student)
    except ValueError as error:
        yield f"the autograded notebook cannot be read: {error}"
        return
    for what, canary in CANARIES.items():
        if canary in shown:
            yield f"what is shown leaks the {what}"
    never = attack.facts.get("never")
    if never and (match := re.search(never, run.markup(student))):
        yield f"shown: {match[0][:60]!r}"
    if run.sizes(student) > 20 << 20:
        yield f"{run.sizes(student):,} bytes were written"


def table(runs: list[Run]) -> str:
    """A line an attack, a column a rung."""
    lines = []
    for attack in attacks():
        cells = []
        for run in runs:
            verdict = (
                "no verdict"
                if attack.student in run.failed
                else f"{run.verdict(attack.student, attack.cell)}, "
                f"{run.points(attack.student, attack.cell):g}/{MOST[attack.cell]}"
            )
            wrong = problems(run, attack)
            mark = "BROKEN" if wrong else "undefended" if "undefended" in attack.facts else "ok"
            cells.append(
                f"{run.rung}: {verdict} [{mark}{': ' + '; '.join(wrong) if wrong else ''}]"
            )
        lines.append(f"{attack.kind:6} {attack.name:28} {' | '.join(cells)}")
    return "\n".join(lines)


@contextlib.contextmanager
def scene() -> Iterator[Scene]:
    """A scene in a folder that every user can reach; removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="attacked-"))
    folder.chmod(0o755)
    made: Scene | None = None
    try:
        made = Scene(folder)
        yield made
    finally:
        if made is not None:
            made.close()
        shutil.rmtree(folder, ignore_errors=True)
