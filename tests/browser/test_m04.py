"""Module m04's decide notebook in a real JupyterLab: the threshold by keyboard, and the forms."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lab import Lab, Notebook
from tools.build import ROOT

pytestmark = pytest.mark.browser

SHOTS = ROOT / "build" / "screenshots"
SHOTS.mkdir(parents=True, exist_ok=True)


@pytest.fixture
def notebook(lab: Lab, page: Page) -> Notebook:
    opened = lab.open(page, "m04-content/decide.ipynb")
    opened.run("from sendwell.checks import check")
    return opened


def test_the_threshold_is_moved_by_keyboard_alone(notebook: Notebook, page: Page) -> None:
    cell = notebook.run("Threshold(threshold")
    status = cell.get_by_test_id("threshold-status")
    expect(status).to_contain_text("173 are honest")
    cell.get_by_test_id("threshold-threshold").focus()
    page.keyboard.press("End")
    expect(status).to_contain_text("Nothing is flagged.")
    for _ in range(16):
        page.keyboard.press("ArrowLeft")
    expect(cell.get_by_test_id("threshold-threshold-value")).to_have_text("85")
    expect(cell.get_by_test_id("threshold-matrix")).to_contain_text("354")
    page.keyboard.press("Tab")
    expect(cell.get_by_test_id("threshold-unwanted")).to_be_focused()
    page.keyboard.press("Home")
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    expect(status).to_contain_text("With 10 unwanted in 1,000: of 1,000 flagged messages, 765 are")
    cell.screenshot(path=SHOTS / "threshold-lab.png")
    cell.get_by_test_id("threshold-again").press("Enter")
    expect(status).to_contain_text("173 are honest")

    page.evaluate("window.jupyterapp.shell.collapseLeft()")
    page.set_viewport_size({"width": 320, "height": 900})
    inside, outside = cell.locator(".sendwell-threshold").evaluate(
        "node => [node.scrollWidth, node.clientWidth]"
    )
    assert inside <= outside


def test_a_draft_that_hides_its_offer_is_told_so(notebook: Notebook) -> None:
    notebook.write(
        "form-draft",
        'my_message = "Kettle & Fern: you asked for offers. Tea till Sunday, nothing to pay. STOP '
        'ends this."\ngoes_to = "people who asked"\nattachment = "none"',
    )
    notebook.run("form-draft")
    report = notebook.run("check-draft").locator(".sendwell-report")
    expect(report).to_contain_text('The word "free" is gone')
    expect(report).to_contain_text("Take those out who have said stop")
    words = notebook.run('measure_words("free"')
    expect(words).to_contain_text("Printer on second floor is free now, run")
    words.screenshot(path=SHOTS / "words-lab.png")
