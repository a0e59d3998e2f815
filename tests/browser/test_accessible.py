"""axe-core on everything that learners touch, live, and on every notebook as a page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from nbconvert import HTMLExporter
from playwright.sync_api import Browser, Page

from tests.browser.gallery import THINGS, in_theme, show, write_gallery
from tests.browser.lab import Lab
from tools.build import ROOT

pytestmark = pytest.mark.browser

RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    # Whether links are underlined is up to what shows a notebook; so is the height of a summary.
    "rules": {"link-in-text-block": {"enabled": False}},
}
NOTEBOOKS = sorted([ROOT / "solutions" / "index.ipynb", *(ROOT / "solutions").glob("m*/*.ipynb")])
#: What is ours on a page of nbconvert's or in JupyterLab.
CELLS = {"include": [[".jp-RenderedMarkdown"], [".jp-OutputArea-output"]]}


def found(page: Page, context: object) -> list[str]:
    """What axe-core finds there, a line each."""
    response = Axe().run(page, context, RULES).response
    assert response["testEngine"]["name"] == "axe-core"
    return [
        f"{one['id']}: {json.dumps(node['target'])} {node['failureSummary']}"
        for one in response["violations"]
        for node in one["nodes"]
    ]


def test_axe_finds_what_is_wrong(page: Page) -> None:
    page.set_content('<html lang="en"><main><img src="a.png"><p style="color:#ccc">x</p></main>')
    assert {line.partition(":")[0] for line in found(page, None)} >= {"image-alt", "document-title"}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_learners_touch(lab: Lab, page: Page, theme: str) -> None:
    notebook = lab.open(page, write_gallery(lab.served))
    in_theme(page, theme)
    problems = {}
    for name in THINGS:
        show(notebook, name)
        active = ".jp-Cell.jp-mod-active .jp-OutputArea-output"
        if lines := found(page, {"include": [[active]]}):
            problems[name] = lines
    assert problems == {}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_notebook_as_a_page(browser: Browser, tmp_path: Path, path: Path) -> None:
    body, _ = HTMLExporter(embed_images=True).from_filename(str(path))
    file = tmp_path / "page.html"
    file.write_text(body, encoding="utf-8")
    context = browser.new_context(offline=True)
    try:
        page = context.new_page()
        page.goto(file.as_uri(), wait_until="load")
        assert found(page, CELLS) == []
    finally:
        context.close()
