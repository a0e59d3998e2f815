"""Module m08 in JupyterLab: the timeline by keyboard, and the letter as a learner writes it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from sendwell.advice import strings
from tests.browser.lab import Lab


def test_the_keyboard_moves_through_the_appeal(lab: Lab, page: Page) -> None:
    notebook = lab.open(page, "m08-appeal/decide.ipynb")
    notebook.run("import AppealTimeline")
    cell = notebook.run("AppealTimeline()")
    shown = cell.locator(".sendwell-moments")
    expect(shown.get_by_role("heading")).to_contain_text(strings.MOMENTS[0][0])
    cell.get_by_role("button", name=strings.LATER).focus()
    page.keyboard.press("Enter")
    expect(shown.get_by_role("heading")).to_contain_text(strings.MOMENTS[1][0])
    expect(shown).to_contain_text(strings.MOMENTS[0][2])
    expect(shown.locator("[aria-current=step]")).to_contain_text(strings.HERE)
    cell.get_by_role("combobox").focus()
    page.keyboard.press("End")
    expect(shown).to_contain_text(strings.MOMENTS[-1][4])
    reviewed = notebook.run("letter = next(")
    expect(reviewed.locator(".sendwell-letter")).to_contain_text("One honest stance")


def test_the_questions_of_a_case_are_answered_by_keyboard(lab: Lab, page: Page) -> None:
    notebook = lab.open(page, "m08-appeal/decide.ipynb")
    form = notebook.run("appeal_form(").locator(".sendwell-appeal")
    first = form.get_by_role("heading").first.inner_text()
    form.locator("input, select, textarea").first.focus()
    page.keyboard.type("Two days of silence")
    while form.get_by_role("button").nth(1).evaluate("node => node !== document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(form.get_by_role("heading").first).not_to_have_text(first)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(form.get_by_role("heading").first).to_have_text(first)
    expect(form.locator("input").first).to_have_value("Two days of silence")


def test_a_choice_keeps_its_keys_and_the_focus(lab: Lab, page: Page) -> None:
    """JupyterLab would go to the next cell; and what is asked depends on this choice."""
    notebook = lab.open(page, "m08-appeal/decide.ipynb")
    form = notebook.run("appeal_form(").locator(".sendwell-appeal")
    expect(form.locator("> [hidden]")).to_have_count(1)  # what keeps the keys is there
    form.get_by_role("button").nth(1).click()
    kind = form.get_by_label("Which kind of account it is.")
    provider = form.get_by_label("the partner through whom")
    expect(kind).to_be_visible()
    kind.focus()
    page.keyboard.press("ArrowDown")
    expect(kind.locator("option:checked")).to_contain_text("personal")
    kind.select_option(index=3)
    expect(provider).to_be_visible()
    expect(kind).to_be_focused()
    page.keyboard.press("x")
    page.keyboard.press("Escape")
    expect(kind).to_be_visible()
