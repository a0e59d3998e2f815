"""Binder's files, rendered by the tool that Binder uses."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.lab import Lab
from tools.build import ROOT

#: Of everything that a learner's environment holds.
MOST_MEGABYTES = 600


@pytest.fixture(scope="module")
def dockerfile() -> str:
    """What repo2docker makes of binder/, without building it."""
    program = Path(sys.executable).parent / "jupyter-repo2docker"
    done = subprocess.run(
        [program, "--no-build", "--debug", "--user-id=1000", "--user-name=jovyan", "."],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_the_python_is_the_one_that_is_tested(dockerfile: str) -> None:
    assert "Building conda environment for python=3.11" in dockerfile


def test_the_requirements_are_installed_after_the_sources_are_there(dockerfile: str) -> None:
    copied = dockerfile.index("COPY --chown=1000:1000 src/ ${REPO_DIR}/")
    installed = dockerfile.index('pip install --no-cache-dir -r "binder/requirements.txt"')
    cleared = dockerfile.index("RUN ./binder/postBuild")
    assert copied < installed < cleared


def test_every_version_is_pinned_and_no_address_is_named() -> None:
    requirements = (ROOT / "binder" / "requirements.txt").read_text().split("\n")
    assert requirements == ["-c ../constraints.txt", ".[course]", ""]
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    assert lines
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.+!]+", line)] == []


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """Binder's own steps in an empty environment: the folder, and the environment's programs."""
    place = tmp_path_factory.mktemp("binder")
    folder, environment = place / "repository", place / "environment"
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in filter(None, tracked.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    (folder / ".git").mkdir()
    started = time.monotonic()
    programs = environment / "bin"
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    for command in (
        [sys.executable, "-m", "venv", "--without-pip", environment],
        [
            *(sys.executable, "-m", "pip", "--python", programs / "python"),
            *("install", "-q", "--no-cache-dir", "-r", "binder/requirements.txt"),
        ],
        ["./binder/postBuild"],
    ):
        done = subprocess.run(
            command,
            cwd=folder,
            env=os.environ | {"PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3_000:]
    seconds = time.monotonic() - started
    size = sum(file.lstat().st_size for file in environment.rglob("*") if not file.is_symlink())
    print(f"Binder's steps: {seconds:.0f} s, {size >> 20} MB installed")
    assert size < MOST_MEGABYTES << 20
    yield folder, programs
    shutil.rmtree(place)


def test_only_what_a_learner_needs_is_left(built: tuple[Path, Path]) -> None:
    folder, programs = built
    left = {path.name for path in folder.iterdir()}
    assert {"course", "README.md", "LICENSE"} <= left
    assert not left & {"solutions", "grader", "tests", "tools", "docs", ".git"}
    files = [path.relative_to(programs.parent).as_posix() for path in programs.parent.rglob("*.py")]
    assert not [name for name in files if "/suites/" in name and "/sendwell/" not in name]


@pytest.mark.browser
def test_the_course_opens_and_the_first_answer_is_checked(
    built: tuple[Path, Path], browser: Browser
) -> None:
    folder, programs = built
    started = time.monotonic()
    with Lab(folder, programs) as lab, browser.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(30_000)
        front = lab.open(page, "course/index.ipynb")
        board = front.run("where_you_are").locator(".sendwell-board")
        expect(board).to_contain_text("Where you are")
        expect(page.get_by_text("Create Assignment")).to_have_count(0)
        expect(page.get_by_text("Formgrader")).to_have_count(0)
        decide = lab.open(page, "course/m03-throttle/decide.ipynb")
        decide.run("from sendwell.checks import check")
        report = decide.run("pacing.situations").locator(".sendwell-report")
        expect(report).to_contain_text("points")
        print(
            f"from the start of JupyterLab to the first checked answer: "
            f"{time.monotonic() - started:.0f} s"
        )
