"""Module m05 in a real JupyterLab: the phone and the crowd by keyboard alone, and the forms."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.lab import Lab, Notebook
from tools.build import ROOT

pytestmark = pytest.mark.browser

SHOTS = ROOT / "build" / "screenshots"
SHOTS.mkdir(parents=True, exist_ok=True)
FIRST = "from sendwell.checks import check"


def tab_to(page: Page, wanted: Locator, most: int = 40) -> None:
    """Press Tab until ``wanted`` has the focus."""
    for _ in range(most):
        if wanted.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{most} times Tab do not lead to {wanted}")


@pytest.fixture
def notebook(lab: Lab, page: Page) -> Notebook:
    opened = lab.open(page, "m05-reporting/decide.ipynb")
    opened.run(FIRST)
    return opened


def test_the_phone_is_used_by_keyboard_alone(notebook: Notebook, page: Page) -> None:
    cell = notebook.run("Phone()")
    status = cell.get_by_test_id("phone-status")
    menu = cell.get_by_role("button", name="Menu of this chat")
    tab_to(page, menu)
    page.keyboard.press("Enter")
    expect(cell.get_by_role("menuitem", name="Report", exact=True)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(cell.get_by_role("menuitem", name="Report and block")).to_be_focused()
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Left the phone: 5 messages")
    expect(cell.get_by_test_id("phone-told")).to_contain_text("No notice of your report")
    expect(menu).to_be_focused()
    name, words = (cell.locator(f"dl > {tag}").first.bounding_box() for tag in ("dt", "dd"))
    assert name
    assert words
    assert words["y"] >= name["y"] + name["height"]  # JupyterLab would put one over the other
    cell.screenshot(path=SHOTS / "phone-lab.png")

    tab_to(page, cell.get_by_test_id("phone-again"))
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Nothing has left the phone.")
    menu.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    expect(cell.get_by_role("menuitem", name="Delete the chat")).to_be_focused()
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Destroyed without a copy at WhatsApp: 9 messages")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(cell.get_by_test_id("phone-told")).to_contain_text("deleting came first")

    # Letters that JupyterLab takes for commands do nothing to the notebook.
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    for key in ("a", "b", "x", "m"):
        page.keyboard.press(key)
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells


def test_the_group_on_the_iphone_by_keyboard_alone(notebook: Notebook, page: Page) -> None:
    cell = notebook.run("Phone()")
    tab_to(page, cell.get_by_test_id("phone-platform-android"))
    page.keyboard.press("ArrowRight")
    expect(cell.get_by_test_id("phone-screen")).to_have_class(re.compile("sp-iphone"))
    tab_to(page, cell.get_by_test_id("phone-chat-direct"))
    page.keyboard.press("ArrowRight")
    tab_to(page, cell.get_by_role("button", name="Menu of this chat"))
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(cell.get_by_test_id("phone-told")).to_contain_text("only by a new invitation")
    expect(cell.get_by_test_id("phone-table")).to_contain_text("Does anybody know this number?")


def test_the_crowd_is_moved_by_keyboard_alone(notebook: Notebook, page: Page) -> None:
    cell = notebook.run("Crowd(guilty")
    status = cell.get_by_test_id("crowd-status")
    expect(status).to_contain_text("917 are innocent")
    tab_to(page, cell.get_by_test_id("crowd-cleared"))
    page.keyboard.press("End")
    expect(status).to_contain_text("0 are innocent")
    for _ in range(10):
        page.keyboard.press("ArrowLeft")
    expect(cell.get_by_test_id("crowd-cleared-value")).to_have_text("990 of 1,000")
    expect(status).to_contain_text("524 are innocent")
    expect(cell.locator("svg .sc-empty")).to_have_count(524)
    cell.screenshot(path=SHOTS / "crowd-lab.png")
    tab_to(page, cell.get_by_test_id("crowd-again"))
    page.keyboard.press("Enter")
    expect(status).to_contain_text("917 are innocent")


def test_nothing_sticks_out_of_a_narrow_notebook(notebook: Notebook, page: Page) -> None:
    page.evaluate("window.jupyterapp.shell.collapseLeft()")
    page.set_viewport_size({"width": 320, "height": 900})
    for code, name in [("Phone()", "phone"), ("Crowd(guilty", "crowd")]:
        widget = notebook.run(code).locator(f".sendwell-{name}")
        expect(widget).to_be_visible()
        inside, outside = widget.evaluate("node => [node.scrollWidth, node.clientWidth]")
        assert inside <= outside


def test_a_check_says_that_the_form_before_it_ended_in_red(notebook: Notebook) -> None:
    good = 'steps = """\n1. keep\n2. report\n3. block\n4. delete\n"""'
    notebook.write("form-steps", good)
    notebook.run("form-steps")
    report = notebook.run("check-steps").locator(".sendwell-report")
    expect(report).not_to_contain_text("ended in red")
    notebook.write("form-steps", good.removesuffix('"'))
    expect(notebook.run("form-steps")).to_contain_text("SyntaxError")
    for _ in range(2):  # running the check again puts nothing right
        report = notebook.run("check-steps").locator(".sendwell-report")
        expect(report).to_contain_text("The cell that ran just before this one ended in red")
    notebook.write("form-steps", good)
    notebook.run("form-steps")
    report = notebook.run("check-steps").locator(".sendwell-report")
    expect(report).not_to_contain_text("ended in red")


def test_a_form_is_filled_in_wrong_then_right_and_gives_its_reasons(
    notebook: Notebook, page: Page
) -> None:
    report = notebook.run("check-messages").locator(".sendwell-report")
    expect(report).to_contain_text("0 of 12 checks passed")
    notebook.write("form-messages", 'messages = """\n1. scam, block\n9. fine, report\n"""')
    notebook.run("form-messages")
    report = notebook.run("check-messages").locator(".sendwell-report")
    expect(report).to_contain_text("the next person gets the same message")
    expect(notebook.run("reasons(globals())")).to_contain_text("No line is right yet.")
    notebook.write("form-messages", 'messages = """\n1. scam, report and block\n"""')
    notebook.run("form-messages")
    report = notebook.run("check-messages").locator(".sendwell-report")
    expect(report).to_contain_text("1 of 12 checks passed")
    cell = notebook.run("reasons(globals())")
    expect(cell).to_contain_text("He pretends, to get money and a code.")
    cell.screenshot(path=SHOTS / "reasons.png")
