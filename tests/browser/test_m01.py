"""Module m01 in a real JupyterLab: the cards by keyboard, a form, the build until it is kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from sendwell.cards.drawn import CARDS
from sendwell.front.contents import BUILD, NOTEBOOKS
from tests.browser.lab import Lab
from tools.build import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("progress")]

SHOTS = ROOT / "build" / "screenshots"
SHOTS.mkdir(parents=True, exist_ok=True)
BUILD_M01 = next(n for n in NOTEBOOKS if (n.module, n.name) == ("m01-notices", BUILD))

WRONG = """def first_row(rows, words):
    line = " " + " ".join(words) + " "
    for name, cues in rows:
        for cue in cues:
            if cue in line:
                return name
    return ""
"""
RIGHT = WRONG.replace("if cue in line", 'if f" {cue} " in line')


def test_the_keyboard_alone_leads_to_the_cards_which_the_table_says_too(
    lab: Lab, page: Page
) -> None:
    lab.open(page, "m01-notices/decide.ipynb")
    shown = page.locator(".sendwell-cards")
    for _ in range(8):  # from the top, cell by cell
        page.keyboard.press("Shift+Enter")
    figures = shown.get_by_role("figure")
    expect(figures).to_have_count(len(CARDS))
    twin = page.locator(".jp-RenderedMarkdown table", has_text="what still works").locator(
        "tbody tr"
    )
    expect(twin).to_have_count(len(CARDS))
    for number, card in enumerate(CARDS):
        for _, words in card.facts():
            expect(figures.nth(number)).to_contain_text(words)
            expect(twin.nth(number)).to_contain_text(words)
    shown.screenshot(path=SHOTS / "m01-cards.png")


def test_a_form_says_what_is_misspelled_then_what_is_wrong_then_why_it_is_right(
    lab: Lab, page: Page
) -> None:
    notebook = lab.open(page, "m01-notices/decide.ipynb")
    notebook.run("from sendwell.cards")
    form = 'order = """\n1. keep\n2. {}\n3. ask\n4. {}\n"""'
    for second, last, said in [
        ("stopp", "find", 'Did you mean "stop"?'),
        ("stop", "find", "Then you can only say that you are sorry"),
    ]:
        notebook.write("form-order", form.format(second, last))
        notebook.run("form-order")
        report = notebook.run("check-order").locator(".sendwell-report")
        expect(report).to_contain_text(said)
    notebook.write("form-order", form.format("stop", "find").replace("3. ask", "3. find")[:-9])
    notebook.run("form-order")
    expect(notebook.go_to("form-order")).to_contain_text("SyntaxError")
    notebook.write("form-order", 'order = """\n1. find\n2. stop\n3. keep\n4. ask\n"""')
    notebook.run("form-order")
    report = notebook.run("check-order").locator(".sendwell-report")
    expect(report).to_contain_text("All 3 checks passed")


def test_the_build_is_wrong_hinted_right_recorded_validated_and_there_after_a_reload(
    lab: Lab, page: Page
) -> None:
    notebook = lab.open(page, BUILD_M01.path)
    notebook.run("from sendwell.checks import check")
    notebook.write("first-row", WRONG)
    notebook.run("first-row")
    report = notebook.run("check-first-row").locator(".sendwell-report")
    expect(report).to_contain_text("1 of 2 checks passed: 2 of 3 points")
    expect(report).to_contain_text("Got 'green', expected ''. Only parts of words.")
    report.locator("summary").first.focus()
    page.keyboard.press("Enter")
    for rung in ("Hint 2", "Hint 3"):
        page.keyboard.press("Tab")
        expect(report.locator("summary:focus")).to_contain_text(rung)
        page.keyboard.press("Enter")
    expect(report.get_by_text('f" {cue} " in line')).to_be_visible()

    notebook.write("first-row", RIGHT)
    notebook.run("first-row")
    report = notebook.run("check-first-row").locator(".sendwell-report")
    expect(report).to_contain_text("All 2 checks passed: 3 of 3 points")
    said = notebook.validate()
    assert 'check("notices.first_row")' not in said
    assert 'check("notices.read_notice")' in said

    page.keyboard.press("Control+S")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
    page.reload()
    notebook = lab.open_again(page, BUILD_M01.path)
    expect(notebook.go_to("first-row")).to_contain_text('if f" {cue} " in line:')
    expect(notebook.go_to("check-first-row")).to_contain_text("All 2 checks passed")

    front = lab.open(page, "index.ipynb")
    row = front.run("where_you_are").get_by_role("row").filter(has_text=BUILD_M01.title)
    expect(row).to_contain_text(f"1 of {len(BUILD_M01.exercises)}")
    expect(row).to_contain_text("begun")
