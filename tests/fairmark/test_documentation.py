"""docs/fairmark.md: its commands do what it says, one after another, on the quickstart course."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat

from fairmark.suites import find_unseen
from tests.course import quickstart
from tests.fairmark.test_grade_command import scores
from tools.build import ROOT, nbgrader_environment

PAGE = (ROOT / "docs" / "fairmark.md").read_text()


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_every_command_works(tmp_path: Path) -> None:
    course = tmp_path / "c1"
    shutil.copytree(quickstart(), course)
    shutil.rmtree(course / "release")
    with (course / "nbgrader_config.py").open("a") as file:
        file.write(next(block for block in blocks("python") if "adopt(c)" in block))
    handed_in = course / "submitted" / "bitdiddle" / "ps1"
    handed_in.mkdir(parents=True)
    for path in (course / "source" / "ps1").glob("*.ipynb"):
        nbformat.write(nbformat.read(path, as_version=4), handed_in / path.name)
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    said = {}
    for line in "".join(blocks("bash")).splitlines():
        done = subprocess.run(
            shlex.split(line),
            cwd=course,
            env=nbgrader_environment() | {"PATH": programs},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (line, done.stdout, done.stderr)
        said[line] = done.stdout + done.stderr
    assert "fairmark: 1 graded" in said["nbgrader autograde ps1"]
    assert "0 graded" in said["fairmark grade ps1"]
    assert json.loads((course / "verdicts.json").read_text())
    assert "feedback pages written for 1" in said["nbgrader generate_feedback ps1"]
    assert "the test:" in said["fairmark explain bitdiddle correct_squares"]
    assert scores(course)["bitdiddle", "problem1", "correct_squares"][0] == 1
    assert (course / "feedback" / "bitdiddle" / "ps1" / "problem1.html").is_file()


def test_the_suite_of_the_page_is_one(tmp_path: Path) -> None:
    (suite,) = (block for block in blocks("python") if "def suites" in block)
    (tmp_path / "squares.py").write_text(suite)
    assert find_unseen("squares.more", 1, tmp_path).name == "squares.more"
