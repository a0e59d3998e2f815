from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fairmark.record.gradebook import Recorder
from tests.fairmark.record.small import ASSIGNMENT, COURSE, SmallCourse


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> SmallCourse:
    return SmallCourse(tmp_path_factory.mktemp("small"))


@pytest.fixture
def database(course: SmallCourse, tmp_path: Path) -> Path:
    return course.copy(tmp_path)


@pytest.fixture
def recorder(course: SmallCourse, database: Path) -> Iterator[Recorder]:
    with Recorder(course.url(database), COURSE, ASSIGNMENT, busy_seconds=0.2) as recorder:
        yield recorder
