"""For every test: progress is written to nobody's home; and one Chromium for all that need it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.lab import FLAGS, chromium
from tests.course import SHARED

os.environ["SENDWELL_PROGRESS"] = ""


def pytest_configure(config: pytest.Config) -> None:
    """Make the folder that this process and its workers share; they find it in the environment."""
    if SHARED not in os.environ:
        folder = os.environ[SHARED] = tempfile.mkdtemp(prefix="sendwell-tests-")
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The library's own tests, which are quick, come last: the workers end at about one time."""
    items.sort(key=lambda item: item.nodeid.startswith("tests/sendwell/"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without it, CI fails. One a process: Playwright bears no second one."""
    path = chromium()
    if path is None:
        missing = "there is no Chromium here (on Debian: apt install chromium)"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()
