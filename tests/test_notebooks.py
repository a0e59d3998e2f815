"""Every notebook, run by nbval; where its links lead; how large the course is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import nbformat
import pytest

from tools.build import ROOT

COURSE, SOLUTIONS = ROOT / "course", ROOT / "solutions"
STUB = "raise NotImplementedError  # replace this line with your own code"
#: Megabytes of all that a learner gets, and kilobytes of one notebook.
MOST_MEGABYTES, MOST_KILOBYTES = 5, 250
_LINK = re.compile(r"\]\(([^)\s#]*)(?:#[^)\s]*)?\)")


def nbval(kind: str, folder: Path, beside: Path) -> ElementTree.Element:
    """Run all notebooks of ``folder`` by nbval; its report."""
    report = beside / "report.xml"
    folder = Path(shutil.copytree(folder, beside / folder.name))  # cells write files beside them
    notebooks = sorted(map(str, [*folder.glob("*.ipynb"), *folder.glob("m*/*.ipynb")]))
    subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull),
            *(f"--rootdir={folder}", f"--{kind}", "--nbval-kernel-name=python3"),
            *(f"--junitxml={report}", *notebooks),
        ],
        cwd=beside,
        env=os.environ | {"SENDWELL_PROGRESS": "", "PYTHONHASHSEED": "0"},
        capture_output=True,
        check=False,
    )
    return ElementTree.parse(report).getroot()


def cells_of(folder: Path) -> int:
    """How many code cells its notebooks have."""
    return sum(
        cell.cell_type == "code"
        for path in [*folder.glob("*.ipynb"), *folder.glob("m*/*.ipynb")]
        for cell in nbformat.read(path, as_version=4).cells
    )


def test_the_solutions_give_the_outputs_that_are_committed(tmp_path: Path) -> None:
    found = list(nbval("nbval", SOLUTIONS, tmp_path).iter("testcase"))
    assert len(found) == cells_of(SOLUTIONS)
    failed = {case.get("name"): case[0].text or "" for case in found if len(case)}
    assert failed == {}


def test_in_the_learners_copies_only_stubs_fail(tmp_path: Path) -> None:
    found = list(nbval("nbval-lax", COURSE, tmp_path).iter("testcase"))
    assert len(found) == cells_of(COURSE)
    failed = {case.get("name"): case[0].text or "" for case in found if len(case)}
    assert failed, "no stub fails: is this the learners' copy?"
    assert {name: text for name, text in failed.items() if STUB not in text} == {}


def texts() -> list[Path]:
    """What holds links: notebooks of the course, and Markdown."""
    notebooks = [*COURSE.glob("*.ipynb"), *COURSE.glob("m*/*.ipynb")]
    return sorted([*notebooks, *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_files_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        cells = nbformat.reads(text, as_version=4).cells
        text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    local = [target for target in _LINK.findall(text) if target and "://" not in target]
    missing = [
        target
        for target in local
        if not target.startswith("mailto:") and not (path.parent / target).exists()
    ]
    assert missing == []


def test_the_course_stays_small() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "course"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    sizes = {name: (ROOT / name).stat().st_size for name in tracked.decode().split("\0") if name}
    assert sum(sizes.values()) < MOST_MEGABYTES << 20
    notebooks = {name: size for name, size in sizes.items() if name.endswith(".ipynb")}
    assert {name: size for name, size in notebooks.items() if size > MOST_KILOBYTES << 10} == {}
