"""Module m03 in a real JupyterLab, as a learner meets it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.lab import Lab
from tools.build import ROOT

pytestmark = pytest.mark.browser

SHOTS = ROOT / "build" / "screenshots"
SHOTS.mkdir(parents=True, exist_ok=True)

WRONG = """def allowed(sent, now, limit, window):
    count = 0
    for t in sent:
        if now - window <= t <= now:
            count += 1
    return count < limit
"""

REFUSALS = '''refusals = """
131048. stop, everyone
131049. stop, this person
131056. Retry for this person
131031. stop, everyone
368. wait, everyone
130497. stop, everyone in that country
131026. stop, this person
131050. stop, Mia
"""'''


def test_an_exercise_fails_with_its_message_and_then_passes(lab: Lab, page: Page) -> None:
    notebook = lab.open(page, "m03-throttle/build.ipynb")
    notebook.run("from sendwell.checks import check")
    report = notebook.run("check-allowed").locator(".sendwell-report")
    expect(report).to_contain_text("0 of 5 checks passed")
    expect(report).to_contain_text("is not defined: run the cell in which you write it")

    notebook.write("allowed", WRONG)
    notebook.run("allowed")
    cell = notebook.run("check-allowed")
    report = cell.locator(".sendwell-report")
    expect(report).to_contain_text("4 of 5 checks passed: 4 of 5 points")
    expect(report).to_contain_text("A send exactly one window ago no longer counts")
    expect(report).to_contain_text("Got False, expected True. 0 is not in (0, 10_000].")
    expect(report).to_contain_text("allowed([0], 10_000, 1, 10_000)")
    hint = report.get_by_text("Hint 2: what to think of")
    expect(hint).to_be_hidden()
    report.get_by_text("Hint 1: where to look").click()
    hint.click()
    expect(report).to_contain_text("now - window itself is outside")
    cell.screenshot(path=SHOTS / "report-failing.png")

    notebook.write("allowed", WRONG.replace("now - window <=", "now - window <"))
    notebook.run("allowed")
    cell = notebook.run("check-allowed")
    expect(cell.locator(".sendwell-report")).to_contain_text("All 5 checks passed: 5 of 5 points")
    cell.screenshot(path=SHOTS / "report-passing.png")


def test_validate_in_the_browser_agrees_with_check(lab: Lab, page: Page) -> None:
    notebook = lab.open(page, "m03-throttle/build.ipynb")
    notebook.write("allowed", WRONG.replace("now - window <=", "now - window <"))
    said = notebook.validate()
    assert 'check("throttle.allowed")' not in said
    assert 'check("throttle.burst_times")' in said


def test_the_time_line_answers_the_keyboard(lab: Lab, page: Page) -> None:
    notebook = lab.open(page, "m03-throttle/decide.ipynb")
    notebook.run("from sendwell.checks import check")
    cell = notebook.run("Timeline(")
    cursor = cell.get_by_test_id("timeline-cursor")
    status = cell.get_by_test_id("timeline-status")
    cursor.focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(status).to_contain_text("1 send placed")
    page.keyboard.press("Delete")
    expect(status).to_contain_text("no send placed yet")

    burst = cell.get_by_test_id("timeline-burst")
    burst.focus()
    page.keyboard.press("Enter")
    expect(cell.get_by_test_id("timeline-count")).to_contain_text("6 admitted, 3 over the limit")
    cell.screenshot(path=SHOTS / "timeline-fixed.png")
    cell.get_by_test_id("timeline-rule-fixed").focus()
    page.keyboard.press("ArrowRight")
    expect(status).to_contain_text("3 admitted, 3 refused")
    page.screenshot(path=SHOTS / "timeline.png")


def tab_to(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Press Tab, or Shift+Tab, until ``wanted`` has the focus."""
    for _ in range(20):
        if wanted.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never reaches it")


def test_the_keyboard_alone_fills_and_drains_the_bucket(lab: Lab, page: Page) -> None:
    notebook = lab.open(page, "m03-throttle/build.ipynb")
    cell = notebook.run("Bucket(")
    status, table = cell.get_by_test_id("bucket-status"), cell.get_by_test_id("bucket-table")
    expect(status).to_contain_text("Of 3 sends, the bucket lets 3 through and the window 3.")
    expect(status).to_contain_text("At 0 s: the bucket holds 0 tokens, the next comes in 1 s")

    cell.get_by_test_id("bucket-capacity").focus()
    tab_to(page, cell.get_by_test_id("bucket-now"))
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(status).to_contain_text("At 1 s: the bucket holds 1 token, the next comes in 1 s")
    page.keyboard.press("Space")
    expect(status).to_contain_text("Of 4 sends, the bucket lets 4 through and the window 3.")
    expect(status).to_contain_text("They answer differently at 1 s.")
    page.keyboard.press("Delete")
    expect(status).to_contain_text("They answer every send alike.")
    page.keyboard.press("Enter")

    tab_to(page, cell.get_by_test_id("bucket-step"))
    page.keyboard.press("Enter")
    expect(status).to_contain_text("At 1.25 s")
    tab_to(page, cell.locator("summary"))
    page.keyboard.press("Enter")
    expect(table.locator("tbody tr").nth(3)).to_contain_text("different")
    cell.screenshot(path=SHOTS / "bucket.png")

    tab_to(page, cell.get_by_test_id("bucket-capacity"), "Shift+Tab")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("1")
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Bucket of 1 token")
    expect(status).to_contain_text("They answer every send alike.")


def test_a_form_is_checked_wrong_then_right(lab: Lab, page: Page) -> None:
    notebook = lab.open(page, "m03-throttle/decide.ipynb")
    notebook.run("from sendwell.checks import check")
    notebook.run("form-situations")
    report = notebook.run("check-situations").locator(".sendwell-report")
    expect(report).to_contain_text("0 of 12 checks passed")
    notebook.write("form-situations", 'situations = """\n1. send\n2. send\n"""')
    notebook.run("form-situations")
    cell = notebook.run("check-situations")
    expect(cell.locator(".sendwell-report")).to_contain_text("1 of 12 checks passed")
    cell.screenshot(path=SHOTS / "form-failing.png")


def test_a_refusal_is_decided_wrong_then_right(lab: Lab, page: Page) -> None:
    notebook = lab.open(page, "m03-throttle/decide.ipynb")
    notebook.run("from sendwell.checks import check")
    notebook.write("form-refusals", REFUSALS)
    notebook.run("form-refusals")
    cell = notebook.run("check-refusals")
    report = cell.locator(".sendwell-report")
    expect(report).to_contain_text("7 of 8 checks passed")
    expect(report).to_contain_text("The block ends by itself, its cause does not.")
    cell.screenshot(path=SHOTS / "refusals-failing.png")
    notebook.write("form-refusals", REFUSALS.replace("368. wait", "368. stop"))
    notebook.run("form-refusals")
    report = notebook.run("check-refusals").locator(".sendwell-report")
    expect(report).to_contain_text("All 8 checks passed: 8 of 8 points")
