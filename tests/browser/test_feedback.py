"""Feedback pages as a learner reads them: on a desk, on a phone, in the dark, on paper."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell
from playwright.sync_api import Browser, Page

from tests.browser.test_accessible import CONTRAST, found
from tests.course import Course
from tests.fairmark.courses import features, side
from tests.program import program
from tools.build import ROOT

pytestmark = pytest.mark.browser

#: Wrong in as many ways as a page tells apart, of problems that have hints and unseen checks.
WRONG = {
    "allowed": "throttle.allowed/wrong/closed_old_end.py",
    "burst-times": "throttle.burst_times/wrong/endless_loop.py",
    "sliding-window": "throttle.sliding_window/wrong/retry_one_too_little.py",
}
#: What a learner adds: a wide table, a figure, a long line, an error, and prose.
ADDED = (
    new_markdown_cell("I tried " + "https://example.org/" + "a" * 200 + " first."),
    new_code_cell(
        "import pandas as pd\n"
        "pd.DataFrame({f'a long name of a column {n}': [n, 2 * n] for n in range(14)})"
    ),
    new_code_cell(
        "%matplotlib inline\nimport matplotlib.pyplot as plt\n"
        "plt.figure(figsize=(14, 3)).gca().plot([1, 3, 2]);"
    ),
    new_code_cell("print('x' * 400)\n1 / 0"),
)
#: Whatever reaches beyond the page's edge, or is cut off inside its own, and cannot be scrolled to.
CUT_OFF = """() => {
    const edge = document.documentElement.clientWidth;
    const scrolls = one => ['auto', 'scroll'].includes(getComputedStyle(one).overflowX);
    const wide = [...document.querySelectorAll('main, main *')].filter(one => {
        const box = one.getBoundingClientRect();
        if (!box.width || box.right < 0) return false;
        for (let above = one.parentElement; above; above = above.parentElement)
            if (scrolls(above)) return false;
        return box.right > edge + 1 || box.left < -1
            || !scrolls(one) && one.clientWidth && one.scrollWidth > one.clientWidth + 1;
    }).map(one => `${one.tagName} ${one.className}: ${one.textContent.trim().slice(0, 60)}`);
    if (document.documentElement.scrollWidth > edge) wide.push('the page');
    return wide;
}"""
#: Words of a table's prose that are torn apart, as where a column is too narrow.
BROKEN = r"""() => {
    const torn = [], range = document.createRange();
    for (const one of document.querySelectorAll('caption, .checks span, .checks strong, li, h2'))
        for (const node of one.childNodes)
            for (const word of node.data?.matchAll(/[a-z]{2,12}(?![a-z_.])/gi) ?? []) {
                range.setStart(node, word.index);
                range.setEnd(node, word.index + word[0].length);
                if (new Set([...range.getClientRects()].map(r => r.top)).size > 1)
                    torn.push(word[0]);
            }
    return torn;
}"""
#: On paper nobody scrolls.
HIDDEN_BY_SCROLLING = """() => [...document.querySelectorAll('main *')].filter(
    one => one.clientWidth && one.scrollWidth > one.clientWidth + 1).map(one => one.outerHTML)"""


@pytest.fixture(scope="module")
def pages() -> Iterator[dict[str, Path]]:
    """Feedback by what the learner did: on our checks, and on a course with tables and essays."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        course = Course(folder / "ours")
        with (course.folder / "nbgrader_config.py").open("a") as config:
            config.write("\nc.Execute.timeout = 1\n")
        bank = ROOT / "tests" / "bank"
        course.submit("wrong", {name: (bank / file).read_text() for name, file in WRONG.items()})
        course.submit("stub", {}, right=False)
        course.submit("letter", {})
        handed_in = course.folder / "submitted"
        path = handed_in / "wrong" / course.assignment / "build.ipynb"
        notebook = nbformat.read(path, as_version=4)
        notebook.cells += ADDED
        nbformat.write(notebook, path)
        (handed_in / "letter" / course.assignment / "build.ipynb").write_text("Dear teacher")
        any_course = features.lay(folder / "any").folder
        for where, what in ((course.folder, course.assignment), (any_course, side.ASSIGNMENT)):
            done = program(where, "fairmark.cli", "grade", what)
            assert done.returncode < 2, done.stdout + done.stderr
        ours, others = course.folder / "feedback", any_course / "feedback"
        yield {
            **{who: ours / who / course.assignment / "build.html" for who in ("wrong", "stub")},
            "no notebook": ours / "letter" / course.assignment / "build.html",
            "by hand": others / "wrong" / side.ASSIGNMENT / "by_hand.html",
            "late": others / "right" / side.ASSIGNMENT / "by_hand.html",
            "plain tests": others / "wrong" / side.ASSIGNMENT / "tables.html",
        }


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


KINDS = ("wrong", "stub", "no notebook", "by hand", "late", "plain tests")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_read_on_every_screen_and_by_everybody(
    pages: dict[str, Path], page: Page, kind: str
) -> None:
    page.goto(pages[kind].as_uri())
    for width in (1_000, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(CUT_OFF) == [], width
        assert page.evaluate(BROKEN) == [], width
    assert found(page, None) == []
    page.emulate_media(color_scheme="dark")
    assert found(page, None, CONTRAST) == []


@pytest.mark.parametrize("kind", KINDS)
def test_paper_has_all_that_the_screen_has(pages: dict[str, Path], page: Page, kind: str) -> None:
    page.goto(pages[kind].as_uri())
    on_screen = page.inner_text("main")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1_000})  # A4 without its margins
    assert page.inner_text("main") == on_screen
    assert page.locator("details:not([open]), [hidden]").count() == 0
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(HIDDEN_BY_SCROLLING) == []
    assert found(page, None, CONTRAST) == []


def test_who_got_something_wrong_is_led_to_it(pages: dict[str, Path], page: Page) -> None:
    page.goto(pages["wrong"].as_uri())
    page.get_by_role("link", name="throttle.allowed", exact=True).click()
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top < 50")
    place = page.locator(":target")
    assert "wrong answer" in place.inner_text()
    assert "allowed([0], 10_000, 1, 10_000)  →  False  (expected True)" in place.inner_text()
    assert "Hint: Look at the old end of the window" in place.inner_text()


def test_the_page_says_what_no_check_says(pages: dict[str, Path], page: Page) -> None:
    page.goto(pages["no notebook"].as_uri())
    text = page.inner_text("main")
    assert "Nothing could be graded" in text
    assert "Your file is not a notebook" in text
    assert "0 of 0" not in text
    page.goto(pages["plain tests"].as_uri())
    row = page.get_by_role("row").filter(has_text="test-file")
    assert "Run this test in your notebook" in row.inner_text()
    page.goto(pages["by hand"].as_uri())
    row = page.get_by_role("row").filter(has_text="test-parts")
    assert "partly right" in row.inner_text()
    assert "1.5 of 4" in row.inner_text()
    page.goto(pages["late"].as_uri())
    assert "Taken off because it was handed in late: 1 of the points." in page.inner_text("main")
