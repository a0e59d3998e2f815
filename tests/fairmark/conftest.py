"""The course that nbgrader's quickstart makes: released once, copied for each test that writes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.course import quickstart


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The quickstart course, released; one learner handed in the solution, one the stub."""
    course = tmp_path_factory.mktemp("quickstart") / "c1"
    shutil.copytree(quickstart(), course)
    shutil.copytree(course / "source" / "ps1", course / "submitted" / "sol" / "ps1")
    shutil.copytree(course / "release" / "ps1", course / "submitted" / "stub" / "ps1")
    return course


@pytest.fixture
def course(released: Path, tmp_path: Path) -> Path:
    shutil.copytree(released, tmp_path / "c1")
    return tmp_path / "c1"
