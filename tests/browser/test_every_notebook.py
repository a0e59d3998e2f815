"""Every notebook in a real JupyterLab: it runs, asks nobody outside, and says no error."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.lab import Lab
from tools.build import ROOT

pytestmark = pytest.mark.browser

COURSE = ROOT / "course"
NOTEBOOKS = [
    path.relative_to(COURSE).as_posix()
    for path in sorted([COURSE / "index.ipynb", *COURSE.glob("m*/*.ipynb")])
]
#: JupyterLab's own, which are not about the course.
NOT_OURS = ("favicon", "responded with a status of 404", "[LSP]", "restore the debugger state")
_RUN_ALL = """async () => {
    const panel = window.jupyterapp.shell.currentWidget;
    await window.jupyterapp.commands.execute('notebook:run-all-cells');
    const cells = [...panel.model.cells].filter(c => c.type === 'code');
    const errors = cells.flatMap(c => [...Array(c.outputs.length).keys()]
        .map(n => c.outputs.get(n).toJSON())
        .filter(o => o.output_type === 'error').map(o => `${o.ename}: ${o.evalue}`));
    return [cells.length, cells.filter(c => c.executionCount).length, errors];
}"""


#: What is ours and reaches beyond its place without a way to scroll to it; tables, code and figures
#: may be scrolled in theirs, prose may not need to.
_CUT_OFF = """() => {
    const wide = [];
    for (const place of document.querySelectorAll('.jp-RenderedMarkdown, .jp-OutputArea-output')) {
        const edge = Math.min(innerWidth, place.closest('.jp-NotebookPanel')
            .getBoundingClientRect().right);
        for (const one of place.querySelectorAll('*')) {
            const own = [...one.childNodes].some(n => n.nodeType === 3 && n.data.trim());
            const box = one.getBoundingClientRect();
            if (!own || !box.width || box.right <= edge + 1) continue;
            let scrolls = one.closest('table, pre, code, svg, math, .mjx-chtml') !== null;
            let above = one;
            for (; above !== place.parentElement; above = above.parentElement)
                if (['auto', 'scroll'].includes(getComputedStyle(above).overflowX)) break;
            scrolls = scrolls && above !== place.parentElement;
            const hidden = getComputedStyle(one).clipPath !== 'none' || box.width <= 1;
            if (!scrolls && !hidden)
                wide.push(`${one.tagName}.${one.className}: ${one.textContent.slice(0, 60)}`);
        }
    }
    return wide;
}"""


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_it_runs_from_top_to_bottom(lab: Lab, page: Page, path: str) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda one: asked.append(one.url))
    lab.open(page, path)
    # A stub that is called ends the run, as for a learner; nbval runs the cells behind it, too.
    cells, run, errors = page.evaluate(_RUN_ALL)
    assert all(error.startswith("NotImplementedError") for error in errors), errors
    assert run == cells or errors
    outside = [url for url in asked if not url.startswith((f"{lab.address}/", "data:", "blob:"))]
    assert outside == []
    assert [text for text in said if not any(word in text for word in NOT_OURS)] == []
    page.evaluate("window.jupyterapp.shell.collapseLeft()")
    for width in (640, 320):  # 1280 pixels at 200 and at 400 %
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(300)  # JupyterLab lays its panels out anew
        assert page.evaluate(_CUT_OFF) == [], width
