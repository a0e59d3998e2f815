"""formgrader's Autograde button in a course with fairmark's three lines, pressed in a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell
from playwright.sync_api import Browser, Page, expect

from fairmark.intake import grade_id
from tests.browser.lab import Lab
from tests.course import quickstart
from tests.fairmark.test_adopt import LINES
from tests.fairmark.test_grade_command import scores

#: What a payload does if it runs: it renames the page, and asks a host that is not there.
RUN = "document.title='owned';new Image().src='http://owned.invalid/run'"
MARKUP = (
    f"<script>{RUN}</script>",
    f'<img src=x onerror="{RUN}">',
    f'<svg onload="{RUN}"><animate onbegin="{RUN}" attributeName=x dur=1s></svg>',
    f'<svg><foreignObject><iframe srcdoc="<script>top.{RUN}</script>"></iframe></svg>',
    f'<iframe srcdoc="<script>top.{RUN}</script>"></iframe>',
    f'<iframe src="javascript:top.{RUN}"></iframe>',
    f'<details open ontoggle="{RUN}">x</details>',
    f'<input autofocus onfocus="{RUN}">',
    f'<a href="javascript:{RUN}" class="trap">x</a>',
    f'<a href="  java\tscript:{RUN}" class="trap">x</a>',
    f"[x](javascript:{RUN.replace(' ', '')})",
    f'<math><mtext><table><mglyph><style><img src=x onerror="{RUN}"></style></mglyph>',
    f'<noscript><p title="</noscript><img src=x onerror={RUN}>"></noscript>',
    f'<form action="javascript:{RUN}"><button class="trap">x</button></form>',
    f'<object data="data:text/html,<script>{RUN}</script>"></object>',
    '<meta http-equiv="refresh" content="0;url=http://owned.invalid/refresh">',
    '<base href="http://owned.invalid/base/"><link rel="stylesheet" href="x.css">',
    '<style>@import "http://owned.invalid/style";</style>',
    '<div style="background:url(http://owned.invalid/style)">x</div>',
    f"$$\\href{{javascript:{RUN}}}{{x}}\\unicode{{<img src=x onerror={RUN}>}}$$",
)
#: The same as each kind of output that a cell can have.
SHOWN = f"""
from IPython.display import HTML, SVG, Javascript, Latex, Markdown, display
hostile = {"".join(MARKUP)!r}
print(hostile)
for kind in (HTML, Markdown, Latex, Javascript):
    display(kind(hostile))
display(Javascript({RUN!r}))
svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="{RUN.replace("'", "&apos;")}"></svg>'
display({{"image/svg+xml": svg, "application/javascript": {RUN!r}}}, raw=True)
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    course = tmp_path / "c1"
    shutil.copytree(quickstart(), course)
    with (course / "nbgrader_config.py").open("a") as file:
        file.write(LINES)
    folder = course / "submitted" / "bitdiddle" / "ps1"
    shutil.copytree(course / "source" / "ps1", folder)
    notebook = nbformat.read(folder / "problem1.ipynb", as_version=4)
    (cell,) = (cell for cell in notebook.cells if grade_id(cell) == "squares")
    failing = new_code_cell(f"{SHOWN}\nraise ValueError(hostile)")
    notebook.cells[:0] = [*map(new_markdown_cell, MARKUP), new_code_cell(SHOWN), failing]
    cell.source += f"\n{SHOWN}"
    nbformat.write(notebook, folder / "problem1.ipynb")
    return course


@pytest.fixture
def server(course: Path, browser: Browser) -> Iterator[Lab]:
    with Lab(course) as started:
        yield started


def test_the_button_grades_and_nothing_of_a_learner_runs(
    course: Path, server: Lab, page: Page
) -> None:
    server.visit(page, "formgrader/manage_submissions/ps1")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.locator("td.autograde a").click()
    expect(page.get_by_text("Successfully autograded")).to_be_visible(timeout=60_000)
    page.screenshot(path=course.parent / "autograded.png")
    assert scores(course)["bitdiddle", "problem1", "correct_squares"][0] == 1
    feedback = course / "feedback" / "bitdiddle" / "ps1" / "problem1.html"
    page.goto(feedback.as_uri())
    page.wait_for_timeout(500)
    assert page.title() == "problem1: feedback"
    assert "owned.invalid" in page.inner_text("body")  # as text it is there
    nothing_runs(page)
    server.visit(page, "formgrader/gradebook/ps1/problem1")
    page.locator("tbody a").first.click()
    expect(page.locator("input.score").first).to_be_visible()
    page.wait_for_timeout(1_000)
    page.screenshot(path=course.parent / "formgrader.png")
    assert "owned.invalid" in page.inner_text("body")
    nothing_runs(page)
    assert [url for url in asked if "owned" in url] == []


def nothing_runs(page: Page) -> None:
    """No payload has run, nor does one when what a learner left is clicked."""
    for trap in page.locator(".trap").all():
        trap.click(no_wait_after=True)
    page.wait_for_timeout(200)
    assert page.title() != "owned"
    odd = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(one =>
            [...one.attributes].some(a => /owned/.test(a.value)
                && (/^on/.test(a.name) || /^\\s*(java\\s*script|data):/i.test(a.value)))
        ).map(one => one.outerHTML.slice(0, 200))"""
    )
    assert odd == []
