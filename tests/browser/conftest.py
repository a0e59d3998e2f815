"""JupyterLab for the tests of this folder, and a page in Chromium."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.lab import Lab

SIZE = ViewportSize(width=1280, height=900)


@pytest.fixture(scope="session")
def progress_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the kernels of ``lab`` keep what was passed."""
    return tmp_path_factory.mktemp("progress") / "progress.json"


@pytest.fixture(scope="module")
def progress(progress_file: Path) -> Path:
    """The same, with nothing passed before the first test of a file."""
    progress_file.unlink(missing_ok=True)
    return progress_file


@pytest.fixture(scope="session")
def lab(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser, progress_file: Path
) -> Iterator[Lab]:
    """JupyterLab with the course; its kernels keep progress."""
    kept = os.environ["SENDWELL_PROGRESS"]
    os.environ["SENDWELL_PROGRESS"] = str(progress_file)
    try:
        started = Lab.with_course(tmp_path_factory.mktemp("lab"))
    finally:
        os.environ["SENDWELL_PROGRESS"] = kept
    with started:
        yield started


@contextmanager
def _window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=SIZE)
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    yield opened
    context.close()


@pytest.fixture(scope="session")
def lab_page(browser: Browser) -> Iterator[Page]:
    """The page in which all tests use ``lab``; loading JupyterLab takes seconds."""
    with _window(browser) as opened:
        yield opened


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page for one test alone, or ``lab_page`` for one that uses ``lab``."""
    if "lab" not in request.fixturenames:
        with _window(browser) as opened:
            yield opened
        return
    shared: Page = request.getfixturevalue("lab_page")
    shared.set_viewport_size(SIZE)
    yield shared
