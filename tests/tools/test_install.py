"""What make setup and make course say where they cannot go on."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tools.build import ROOT
from tools.course import port_to_use


def install(folder: Path, python: str) -> subprocess.CompletedProcess[str]:
    """Run the set-up in an empty folder with that Python."""
    shutil.copytree(ROOT / "tools", folder / "tools", dirs_exist_ok=True)
    return subprocess.run(
        ["sh", "tools/install.sh", python], cwd=folder, capture_output=True, text=True, check=False
    )


def script(folder: Path, text: str) -> str:
    """A program that stands for a Python of another kind."""
    path = folder / "python-of-a-kind"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return str(path)


def test_no_python(tmp_path: Path) -> None:
    done = install(tmp_path, "python-that-is-not-there")
    assert done.returncode == 1
    assert "there is no python-that-is-not-there here" in done.stderr


def test_a_python_that_is_too_old(tmp_path: Path) -> None:
    old = script(tmp_path, '[ "$1" = --version ] && echo Python 3.8.1 || exit 1')
    done = install(tmp_path, old)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr
    assert "Python 3.8.1" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_a_python_without_venv(tmp_path: Path) -> None:
    bare = script(tmp_path, 'case "$2" in *ensurepip*) exit 1;; esac')
    done = install(tmp_path, bare)
    assert done.returncode == 1
    assert "apt install python3-venv" in done.stderr


def test_no_network_is_said(tmp_path: Path) -> None:
    """A venv whose pip fails stands for a machine without a network."""
    venv = tmp_path / ".venv" / "bin"
    venv.mkdir(parents=True)
    script(venv, '[ "$1" = -c ] || exit 1')
    (venv / "python-of-a-kind").rename(venv / "python")
    done = install(tmp_path, "python3")
    assert done.returncode == 1
    assert "pip could not install everything" in done.stderr
    assert not (tmp_path / ".venv" / ".installed").exists()


def test_a_port_that_is_taken_is_said() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = str(other.getsockname()[1])
        with pytest.raises(SystemExit, match=f"Port {taken} is taken by another program"):
            port_to_use(taken)


def test_without_a_wish_a_free_port_is_found() -> None:
    with socket.socket() as other:
        try:
            other.bind(("127.0.0.1", 8888))
            other.listen()
        except OSError:
            pass  # somebody else has it: just as good
        assert port_to_use("") > 8888


@pytest.mark.parametrize("wanted", ["80", "eighty", "70000"])
def test_what_is_no_port_is_said(wanted: str) -> None:
    with pytest.raises(SystemExit, match=f"PORT={wanted} is no port"):
        port_to_use(wanted)


def test_help_names_every_command() -> None:
    done = subprocess.run(
        ["make", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"MAKEFLAGS": ""},
    )
    for command in ("setup", "course", "demo", "test", "build", "lint", "strength", "clean"):
        assert f"make {command}" in done.stdout


def test_reading_a_notebook_builds_no_grammar() -> None:
    """It takes a second, at every start of everything: docs/decisions/0016."""
    source = "import sys, nbformat, nbgrader.api; sys.exit('lark' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
