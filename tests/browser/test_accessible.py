"""axe-core on everything that learners touch, live, and on every notebook as a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from nbconvert import HTMLExporter
from playwright.sync_api import Browser, Page

from tests.browser.gallery import THEMES, THINGS, in_theme, show, write_gallery
from tests.browser.lab import Lab
from tools.build import ROOT

pytestmark = pytest.mark.browser

RULES: dict[str, Any] = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    # Whether links are underlined is up to what shows a notebook; so is the height of a summary.
    "rules": {"link-in-text-block": {"enabled": False}},
}
#: For what is shown again in other colours.
CONTRAST = {**RULES, "runOnly": ["color-contrast"]}
NOTEBOOKS = sorted([ROOT / "solutions" / "index.ipynb", *(ROOT / "solutions").glob("m*/*.ipynb")])
EXPORTER = HTMLExporter(embed_images=True)
#: What is ours on a page of nbconvert's or in JupyterLab.
CELLS = {"include": [[".jp-RenderedMarkdown"], [".jp-OutputArea-output"]]}


def found(page: Page, context: object, rules: dict[str, Any] = RULES) -> list[str]:
    """What axe-core finds there, a line each."""
    response = Axe().run(page, context, rules).response
    assert response["testEngine"]["name"] == "axe-core"
    return [
        f"{one['id']}: {json.dumps(node['target'])} {node['failureSummary']}"
        for one in response["violations"]
        for node in one["nodes"]
    ]


def test_axe_finds_what_is_wrong(page: Page) -> None:
    page.set_content('<html lang="en"><main><img src="a.png"><p style="color:#ccc">x</p></main>')
    assert {line.partition(":")[0] for line in found(page, None)} >= {"image-alt", "document-title"}


def test_what_learners_touch_in_light_and_in_dark(lab: Lab, page: Page) -> None:
    notebook = lab.open(page, write_gallery(lab.served))
    page.set_viewport_size({"width": 1280, "height": 15_000})  # JupyterLab lays out what is seen
    for name in THINGS:
        show(notebook, name)
    # JupyterLab's body has no height: axe-core would take all text in it for hidden.
    page.evaluate("document.body.style.height = '100vh'")
    page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0")
    outputs = {"include": [[".jp-Cell .jp-OutputArea-output"]]}
    for theme, rules in zip(THEMES, (RULES, CONTRAST), strict=True):
        in_theme(page, theme)
        assert found(page, outputs, rules) == []
    worse = '<p style="color: #888; background: #999">hard to read'
    page.locator(outputs["include"][0][0]).evaluate_all(
        "(all, worse) => all.forEach(one => one.insertAdjacentHTML('beforeend', worse))", worse
    )
    assert len(found(page, outputs, CONTRAST)) == len(THINGS)  # it is found in every one of them
    page.goto("about:blank")  # nobody else meets this JupyterLab


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_notebook_as_a_page(browser: Browser, tmp_path: Path, path: Path) -> None:
    body, _ = EXPORTER.from_filename(str(path))
    file = tmp_path / "page.html"
    file.write_text(body, encoding="utf-8")
    context = browser.new_context(offline=True)
    try:
        page = context.new_page()
        page.goto(file.as_uri(), wait_until="load")
        # axe-core looks at every element, asked or not: code in its colours is not ours.
        page.locator(".jp-CodeCell .jp-Cell-inputWrapper").evaluate_all(
            "all => all.forEach(one => one.remove())"
        )
        assert found(page, CELLS) == []
    finally:
        context.close()
