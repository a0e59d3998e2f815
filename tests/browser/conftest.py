"""JupyterLab for the tests of this folder, and a page in Chromium."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.lab import Lab


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Lab]:
    started = Lab(tmp_path_factory.mktemp("lab"))
    yield started
    started.stop()


@pytest.fixture(scope="module")
def progress(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the kernels of ``keeping_lab`` keep what was passed."""
    return tmp_path_factory.mktemp("progress") / "progress.json"


@pytest.fixture(scope="module")
def keeping_lab(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser, progress: Path
) -> Iterator[Lab]:
    """JupyterLab whose kernels keep progress."""
    kept = os.environ["SENDWELL_PROGRESS"]
    os.environ["SENDWELL_PROGRESS"] = str(progress)
    try:
        started = Lab(tmp_path_factory.mktemp("lab"))
    finally:
        os.environ["SENDWELL_PROGRESS"] = kept
    yield started
    started.stop()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    yield opened
    context.close()
