"""Binder's files, rendered by the tool that Binder uses."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools.build import ROOT


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


def test_what_is_not_for_learners_goes() -> None:
    script = (ROOT / "binder" / "postBuild").read_text()
    assert script.startswith("#!/bin/bash\n")
    assert "\nset -e\nrm -rf solutions grader .git\n" in script
