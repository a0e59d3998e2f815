"""Module m03 in a real JupyterLab, as a learner meets it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

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
