"""Build every notebook from its text source: ``python -m tools.build``.

solutions/index.md               -> course/index.ipynb, the front door
solutions/<module>/<notebook>.md -> the author's notebook beside it, executed
                                 -> the learner's copy in course/<module>/, by nbgrader
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from sendwell import notices
from sendwell.advice import moments
from sendwell.cards import cards
from sendwell.claims import stale
from sendwell.widgets import Bucket, Crowd, Phone, Pipeline, Threshold, Timeline
from tools.figures import claim_figure, claim_label, claim_number
from tools.source import Problem, SourceError, claims_used, read_source
from tools.verify import Verifier, leftovers, with_every_check

ROOT = Path(__file__).parent.parent
STAMPS = ROOT / "build" / "stamps"
#: The front door, which is no assignment.
FRONT = ROOT / "solutions" / "index.md"
#: What, beside a module's own folder, decides how its notebooks look.
INGREDIENTS = ("course/sendwell", "grader", "tools", "constraints.txt", "nbgrader_config.py")


class BuildError(Exception):
    """The build found problems; each is a line of the message."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def build_module(module: Path, course: Path, say: Callable[[str], None], root: Path = ROOT) -> None:
    """Build all notebooks of the source folder ``module`` into it and into ``course``.

    Nothing is written if anything is wrong. Raises BuildError with every problem found.
    """
    problems: list[Problem] = []
    built: dict[str, NotebookNode] = {}
    for source in sorted(module.glob("*.md")):
        started = time.perf_counter()
        verifier = Verifier(module.name, source.stem)
        try:
            notebook = read_source(source, roles())
        except SourceError as error:
            problems.append(Problem(module.name, source.stem, error.cell, str(error)))
            continue
        verifier.source(notebook)
        if not verifier.problems:
            execute(notebook, module)
            verifier.executed(notebook)
            clean(notebook)
        problems += verifier.problems
        built[source.stem] = notebook
        say(f"{module.name}/{source.stem}: executed in {time.perf_counter() - started:.1f} s")
    if problems:
        raise BuildError(problems)
    with tempfile.TemporaryDirectory() as folder:
        released = release(module, built, Path(folder), root)
        for name, notebook in built.items():
            started = time.perf_counter()
            verifier = Verifier(module.name, name)
            copy = nbformat.read(released / f"{name}.ipynb", as_version=4)
            verifier.released(copy, notebook)
            whole = with_every_check(copy, notebook)
            execute(whole, module)
            verifier.stub(whole)
            problems += verifier.problems
            say(f"{module.name}/{name}: released, {time.perf_counter() - started:.1f} s")
        problems += [
            Problem(module.name, "-", file, "is the author's and must not be released.")
            for file in leftovers(released)
        ]
        if problems:
            raise BuildError(problems)
        for name, notebook in built.items():
            nbformat.write(notebook, module / f"{name}.ipynb")
        for kept in keep_work(course / module.name):
            say(f"{kept.relative_to(course)}: somebody's work, kept under this name")
        shutil.copytree(released, course / module.name, dirs_exist_ok=True)


def build_front(source: Path, course: Path) -> None:
    """Build the front door: executed beside its source, without outputs in ``course``.

    It is no assignment, so nbgrader has no part in it. Raises BuildError.
    """
    verifier = Verifier(source.parent.name, source.stem)
    try:
        notebook = read_source(source, roles())
    except SourceError as error:
        raise BuildError(
            [Problem(source.parent.name, source.stem, error.cell, str(error))]
        ) from error
    verifier.source(notebook)
    released = copy.deepcopy(notebook)
    execute(notebook, source.parent)
    verifier.executed(notebook)
    if verifier.problems:
        raise BuildError(verifier.problems)
    clean(notebook)
    nbformat.write(notebook, source.with_suffix(".ipynb"))
    clean(released)
    kept = course / source.with_suffix(".ipynb").name
    if not kept.exists() or not any(map(_was_run, nbformat.read(kept, as_version=4).cells)):
        nbformat.write(released, kept)


def _was_run(cell: NotebookNode) -> bool:
    return bool(cell.get("execution_count"))


def keep_work(folder: Path) -> Iterator[Path]:
    """Put notebooks in which somebody has run a cell aside, before the build writes new ones."""
    for path in sorted(folder.glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        if any(map(_was_run, cells)):
            stamp = time.strftime("%Y-%m-%d %H.%M.%S")
            yield path.rename(path.with_name(f"{path.stem}, my work {stamp}.ipynb"))


def roles() -> dict[str, Callable[[str], str]]:
    """What ``{name}`text``` in prose may say."""
    return {
        "claim": claim_label,
        "figure": claim_figure,
        "number": claim_number,
        "timeline": _timeline,
        "phone": _phone,
        "crowd": _crowd,
        "threshold": _threshold,
        "bucket": _bucket,
        "pipeline": _pipeline,
        "moments": _moments,
        "cards": _cards,
        "glossary": _glossary,
    }


def execute(notebook: NotebookNode, beside: Path) -> None:
    """Run all cells in a kernel, in a folder that holds what lies beside the source."""
    with tempfile.TemporaryDirectory() as folder:
        for file in helpers(beside):
            shutil.copy2(file, folder)
        client = NotebookClient(
            notebook,
            timeout=120,
            kernel_name="python3",
            allow_errors=True,
            shutdown_kernel="immediate",
            record_timing=False,
            store_widget_state=False,
            extra_arguments=["--log-level=ERROR"],
            resources={"metadata": {"path": folder}},
        )
        client.execute(env=os.environ | {"PYTHONHASHSEED": "0", "SENDWELL_PROGRESS": ""})


def clean(notebook: NotebookNode) -> None:
    """Leave only what is the same every time: no model ids, no language patch version."""
    notebook.metadata.pop("widgets", None)
    notebook.metadata.language_info = NotebookNode(name="python", file_extension=".py")
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)


def helpers(module: Path) -> Iterator[Path]:
    """What travels with a notebook: everything beside it but sources and notebooks."""
    for file in sorted(module.iterdir()):
        if file.is_file() and file.suffix not in {".md", ".ipynb"}:
            yield file


def release(module: Path, built: dict[str, NotebookNode], folder: Path, root: Path) -> Path:
    """Let nbgrader make the learner's copy, without a gradebook; return its folder."""
    source = folder / "solutions" / module.name
    source.mkdir(parents=True)
    for name, notebook in built.items():
        nbformat.write(notebook, source / f"{name}.ipynb")
    for file in helpers(module):
        shutil.copy2(file, source)
    shutil.copy2(root / "nbgrader_config.py", folder)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "nbgrader", "generate_assignment", module.name),
            *("--no-db", "--log-level=WARN"),
        ],
        cwd=folder,
        env=nbgrader_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        problem = Problem(module.name, "-", "release", f"nbgrader failed:\n{done.stderr.strip()}")
        raise BuildError([problem])
    return folder / "course" / module.name


def nbgrader_environment() -> dict[str, str]:
    """The environment for nbgrader: it calls ``alembic`` as a program, so that must be found."""
    programs = str(Path(sys.executable).parent)
    return os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"}


def _timeline(argument: str) -> str:
    """The table twin of a timeline: ``fixed limit=3 window=10000 sends=8000,9000``."""
    rule, *rest = argument.split()
    given = dict(item.split("=", 1) for item in rest)
    timeline = Timeline(
        sends=[int(time) for time in given["sends"].split(",")],
        limit=int(given["limit"]),
        window=int(given["window"]),
        rule=rule,
    )
    return f"{timeline.table()}\n\n{timeline.sentence()}"


def _phone(argument: str) -> str:
    """The table twin of a phone: a chat and the steps, ``direct report block``."""
    chat, *actions = argument.split()
    phone = Phone(chat=chat, actions=actions)
    return f"{phone.table()}\n{phone.sentence()}"


def _cards(_: str) -> str:
    """The table twin of module m01's cards, all of them."""
    return cards().table()


def _glossary(argument: str) -> str:
    """One of the tables of m01's build: ``kinds``, ``reasons``, ``actions`` or ``units``."""
    if argument == "units":
        return ", ".join(f"`{unit}` {hours}" for unit, hours in notices.UNITS.items()) + "."
    rows = {"kinds": notices.KINDS, "reasons": notices.REASONS, "actions": notices.ACTIONS}
    lines = [f"| row | name | cues in the table `{argument.upper()}` |", "|---|---|---|"]
    for number, (name, cues) in enumerate(rows[argument], 1):
        lines.append(f"| {number} | `{name}` | {', '.join(cues)} |")
    return "\n".join(lines)


def _crowd(argument: str) -> str:
    """The table twin of a crowd: ``guilty caught cleared``, each of 1,000."""
    guilty, caught, cleared = map(int, argument.split())
    crowd = Crowd(guilty, caught, cleared)
    return f"{crowd.table()}\n{crowd.sentence()}"


def _threshold(argument: str) -> str:
    """The table twin of a threshold explorer: ``threshold unwanted miss alarm``."""
    threshold, unwanted, miss, alarm = map(int, argument.split())
    explorer = Threshold(threshold, unwanted, miss, alarm)
    return f"{explorer.table()}\n{explorer.sentence()}"


def _pipeline(argument: str) -> str:
    """The table twin of a pipeline: ``reviewers=2 peak=40 priority=no``, each may be left out.

    Without the last column, which compares with an earlier setting. What a scenario did stands
    under it.
    """
    given: dict[str, Any] = dict(option.split("=") for option in argument.split())
    for name in {"reviewers", "peak"} & given.keys():
        given[name] = int(given[name])
    for name in {"priority", "merging"} & given.keys():
        given[name] = given[name] == "yes"
    pipeline = Pipeline(**given)
    lines = [f"{line.rsplit(' | ', 1)[0]} |" for line in pipeline.table().splitlines()]
    return "\n".join((*lines, "", pipeline.scene() or "")).rstrip() + "\n"


def _bucket(argument: str) -> str:
    """The table twin of a bucket: ``capacity=3 refill_every=1000 sends=0,0,999``."""
    options = dict(option.split("=") for option in argument.split())
    sends = [int(time) for time in options.pop("sends").split(",")]
    bucket = Bucket(sends, **{name: int(value) for name, value in options.items()})
    return bucket.table()


def _moments(argument: str) -> str:
    """The table twin of an appeal's timeline, which is always ``tea-shop``."""
    if argument != "tea-shop":
        raise ValueError(f"There is no timeline of {argument!r}, only of tea-shop.")
    return moments.table()


def outdated(module: Path, today: date) -> Iterator[str]:
    """A sentence for each fact that the module cites and nobody has looked at for 180 days."""
    old = {claim.id for claim in stale(today)}
    for source in sorted(module.glob("*.md")):
        for name in sorted(claims_used(source) & old):
            yield f"{source.stem} cites {name}, whose evidence is older than 180 days: look again."


def fingerprint(module: Path, root: Path = ROOT) -> str:
    """A hash of everything that decides what the build of ``module`` gives."""
    digest = hashlib.sha256(sys.version.encode())
    places = [module, *(root / name for name in INGREDIENTS), root / "course" / module.name]
    for place in places:
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(str(file.relative_to(root)).encode() + b"\0")
                digest.update(file.read_bytes() + b"\0")
    return digest.hexdigest()


def build_one(module: Path, *, force: bool) -> int:
    """Build one module, or the front door, if anything has changed; 1 if anything is wrong.

    What it prints names the module: others are built at the same time.
    """
    name = module.stem
    stamp = STAMPS / name
    if not force and stamp.is_file() and stamp.read_text() == fingerprint(module):
        print(f"{name}: nothing has changed", flush=True)
        return 0
    for warning in outdated(module, datetime.now(UTC).date()):
        print(f"{name}: warning: {warning}", flush=True)
    try:
        if module == FRONT:
            build_front(module, ROOT / "course")
        else:
            build_module(module, ROOT / "course", partial(print, flush=True))
    except BuildError as error:
        print(f"{name}: not built:\n{error}", file=sys.stderr, flush=True)
        return 1
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(fingerprint(module))
    return 0


def main() -> int:
    """Build what has changed; 1 if anything is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tools.build", description=__doc__)
    parser.add_argument("modules", nargs="*", help="module names, for example m03-throttle")
    parser.add_argument("--force", action="store_true", help="build also what has not changed")
    arguments = parser.parse_args()
    modules = sorted(folder for folder in (ROOT / "solutions").iterdir() if folder.is_dir())
    known = [FRONT, *modules]
    wanted = [m for m in known if not arguments.modules or m.stem in arguments.modules]
    if unknown := set(arguments.modules) - {module.stem for module in known}:
        print(f"No such module in solutions/: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(wanted))) as pool:
        # The later modules take longer, so they begin first.
        return max(pool.map(partial(build_one, force=arguments.force), reversed(wanted)))


if __name__ == "__main__":
    sys.exit(main())
