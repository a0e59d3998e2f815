"""Module m06's decide notebook in a real JupyterLab, from its first cell to its last."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lab import Lab
from tools.build import ROOT

pytestmark = pytest.mark.browser

SHOTS = ROOT / "build" / "screenshots"
SHOTS.mkdir(parents=True, exist_ok=True)

#: Every code cell's number of execution and its kinds of output.
CELLS = """() => [...window.jupyterapp.shell.currentWidget.model.cells]
    .filter(cell => cell.type === 'code')
    .map(cell => [cell.executionCount, cell.outputs.toJSON().map(output => output.output_type)])"""


def test_the_notebook_runs_to_its_end_and_a_form_says_what_is_wrong(lab: Lab, page: Page) -> None:
    notebook = lab.open(page, "m06-review/decide.ipynb")
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_function(f"() => ({CELLS})().every(([count]) => count)", timeout=60_000)
    cells = page.evaluate(CELLS)
    assert len(cells) > 15
    assert "error" not in {kind for _, kinds in cells for kind in kinds}

    cell = notebook.go_to("Pipeline(peak=40)")
    expect(cell.get_by_test_id("pipeline-status")).to_contain_text("Day 1, Monday, 0:00")
    cell.screenshot(path=SHOTS / "m06-peak.png")

    notebook.write("form-causes", 'causes = """\n1. c\n2. a\n3. b\n4. b\n5. b\n"""')
    notebook.run("form-causes")
    cell = notebook.run("check-causes")
    expect(cell.locator(".sendwell-report")).to_contain_text("4 of 5 checks passed: 4 of 5 points")
    expect(cell.locator(".sendwell-report")).to_contain_text('You answered "a". The utilisation')
    cell.screenshot(path=SHOTS / "m06-causes.png")
    cell = notebook.run('reasons(globals(), "causes")')
    expect(cell).to_contain_text("Also right: d. It shows who pays")
