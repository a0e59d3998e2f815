"""The course that nbgrader's quickstart makes: released once, copied for each test that writes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.fairmark.test_grade_command import run


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The quickstart course, released; one learner handed in the solution, one the stub."""
    above = tmp_path_factory.mktemp("quickstart")
    assert run(above, "nbgrader", "quickstart", "c1").returncode == 0
    course = above / "c1"
    assert run(course, "nbgrader", "generate_assignment", "ps1").returncode == 0
    shutil.copytree(course / "source" / "ps1", course / "submitted" / "sol" / "ps1")
    shutil.copytree(course / "release" / "ps1", course / "submitted" / "stub" / "ps1")
    return course


@pytest.fixture
def course(released: Path, tmp_path: Path) -> Path:
    shutil.copytree(released, tmp_path / "c1")
    return tmp_path / "c1"
