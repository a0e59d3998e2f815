"""The pipeline by keyboard alone: in a real JupyterLab, and in a page without a kernel."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, expect

import sendwell.widgets.pipeline as module
from sendwell.widgets import Pipeline
from tests.browser.lab import Lab
from tools.build import ROOT

SCRIPT = Path(module.__file__).with_name("pipeline.js")
SHOTS = ROOT / "build" / "screenshots"
SHOTS.mkdir(parents=True, exist_ok=True)
TRAITS = (
    *("volume", "reviewers", "peak", "scenario", "priority", "merging", "hour", "speed"),
    *("run", "options", "strings"),
)


@pytest.fixture
def pipeline(page: Page) -> Page:
    source = base64.b64encode(SCRIPT.read_bytes()).decode()
    widget = Pipeline()
    state = {name: getattr(widget, name) for name in TRAITS}
    page.clock.install(time=0)
    page.clock.pause_at(1_000)  # from here on, time passes when a test says so
    page.set_content(
        f"""<!doctype html><html lang="en"><head><title>Pipeline</title>
        <meta name="viewport" content="width=device-width">
        <style>{SCRIPT.with_suffix(".css").read_text(encoding="utf-8")}</style></head>
        <body><main id="root"></main><script type="module">
        import widget from "data:text/javascript;base64,{source}";
        const state = {json.dumps(state)};
        const model = {{ get: (key) => state[key], set: (key, value) => (state[key] = value),
          save_changes() {{}}, on() {{}}, off() {{}} }};
        widget.render({{ model, el: document.querySelector("#root") }});
        window.state = state;
        </script></body></html>"""
    )
    expect(page.get_by_test_id("pipeline-status")).to_contain_text("Day 1, Monday, 0:00")
    return page


def tab_to(page: Page, test_id: str) -> None:
    """Press Tab until the control with that test id has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.testid") == test_id:
            return
    raise AssertionError(f"Tab does not reach {test_id}")


def test_time_moves_by_an_hour_a_day_and_to_its_ends(pipeline):
    status = pipeline.get_by_test_id("pipeline-status")
    tab_to(pipeline, "pipeline-time")
    for key, said in [
        ("ArrowRight", "Day 1, Monday, 1:00"),
        ("PageUp", "Day 2, Tuesday, 1:00"),
        ("ArrowLeft", "Day 2, Tuesday, 0:00"),
        ("PageDown", "Day 1, Monday, 0:00"),
        ("PageDown", "Day 1, Monday, 0:00"),
        ("End", "Day 10, Wednesday, 0:00"),
        ("Home", "Day 1, Monday, 0:00"),
    ]:
        pipeline.keyboard.press(key)
        expect(status).to_contain_text(said)
        spoken = pipeline.get_by_test_id("pipeline-time").get_attribute("aria-valuetext")
        assert spoken == said
    tab_to(pipeline, "pipeline-step")
    pipeline.keyboard.press("Enter")
    expect(status).to_contain_text("Day 1, Monday, 1:00")
    assert pipeline.evaluate("state.hour") == 1


def test_space_plays_and_pauses_and_nobody_is_told_of_every_hour(pipeline):
    status = pipeline.get_by_test_id("pipeline-status")
    tab_to(pipeline, "pipeline-time")
    pipeline.keyboard.press("Space")
    expect(pipeline.get_by_test_id("pipeline-play")).to_have_text("Pause")
    expect(status).to_have_attribute("aria-live", "off")
    pipeline.clock.run_for(2_000)
    expect(status).to_contain_text("Day 1, Monday, 13:00")
    pipeline.keyboard.press("Space")
    expect(status).to_have_attribute("aria-live", "polite")
    pipeline.clock.run_for(2_000)
    expect(status).to_contain_text("Day 1, Monday, 13:00")
    assert pipeline.evaluate("state.hour") == 13


def test_the_end_stops_it_and_play_begins_anew(pipeline):
    tab_to(pipeline, "pipeline-speed")
    pipeline.keyboard.press("ArrowDown")
    tab_to(pipeline, "pipeline-time")
    pipeline.keyboard.press("End")
    pipeline.keyboard.press("PageDown")
    pipeline.keyboard.press("Space")
    pipeline.clock.run_for(1_500)
    expect(pipeline.get_by_test_id("pipeline-play")).to_have_text("Play")
    expect(pipeline.get_by_test_id("pipeline-status")).to_contain_text("Day 10, Wednesday, 0:00")
    pipeline.keyboard.press("Space")
    expect(pipeline.get_by_test_id("pipeline-status")).to_contain_text("Day 1, Monday, 1:00")


def test_without_python_a_change_says_so(pipeline):
    changed = pipeline.get_by_test_id("pipeline-changed")
    tab_to(pipeline, "pipeline-merging")
    pipeline.keyboard.press("Space")
    expect(changed).to_have_text("Counting nine days anew…")
    pipeline.clock.run_for(7_000)
    expect(changed).to_contain_text("Run the cell again")
    tab_to(pipeline, "pipeline-start")
    pipeline.keyboard.press("Enter")
    assert pipeline.evaluate("state.merging") is False


def test_dots_stand_still_for_whoever_wants_no_motion(pipeline):
    animation = "getComputedStyle(document.querySelector('.sq-dot')).animationName"
    tab_to(pipeline, "pipeline-time")
    pipeline.keyboard.press("Space")
    assert pipeline.evaluate(animation) == "sendwell-pipeline-flow"
    pipeline.emulate_media(reduced_motion="reduce")
    assert pipeline.evaluate(animation) == "none"


@pytest.mark.parametrize(("width", "zoom"), [(320, 1), (640, 2)])
def test_nothing_is_cut_off_at_320_pixels_and_at_200_percent(pipeline, width, zoom):
    pipeline.set_viewport_size({"width": width, "height": 800})
    pipeline.evaluate(f"document.documentElement.style.zoom = {zoom}")
    pipeline.clock.run_for(500)
    assert pipeline.evaluate("document.documentElement.scrollWidth") <= width
    inside = pipeline.evaluate(
        """() => { const end = document.querySelector(".sendwell-pipeline").clientWidth;
        return [...document.querySelectorAll("select, button, .sq-stage, svg")].every(
          each => each.offsetWidth === undefined || each.offsetWidth <= end); }"""
    )
    assert inside


@pytest.mark.browser
def test_in_jupyterlab_a_reviewer_goes_home_and_the_hours_pass(lab: Lab, page: Page) -> None:
    source = "from sendwell.widgets import Pipeline\n\nPipeline()"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source, id="pipeline")])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, lab.served / "pipeline.ipynb")
    cell = lab.open(page, "pipeline.ipynb").run("Pipeline(")
    changed, status = (cell.get_by_test_id(f"pipeline-{name}") for name in ("changed", "status"))
    expect(status).to_contain_text("Day 1, Monday, 0:00")
    cell.screenshot(path=SHOTS / "pipeline.png")
    for stage in cell.locator(".sq-stage").all():
        assert stage.bounding_box()["height"] < 230  # JupyterLab's styles leave the words together

    tab_to(page, "pipeline-reviewers")
    page.keyboard.press("ArrowUp")
    expect(changed).to_contain_text("“Reviewers on duty” from 3 to 2")
    expect(changed).to_contain_text("spam at least")
    expect(cell.get_by_test_id("pipeline-table")).to_contain_text("at least")
    tab_to(page, "pipeline-priority")
    page.keyboard.press("Space")
    expect(changed).to_contain_text("“The most urgent first” from yes to no")
    scene = cell.get_by_test_id("pipeline-scene")
    expect(scene).to_be_hidden()
    tab_to(page, "pipeline-scenario")
    page.keyboard.press("End")
    expect(changed).to_contain_text("from ordinary to a crowd reports one innocent account")
    expect(scene).to_contain_text("it is one verdict")
    tab_to(page, "pipeline-time")
    page.keyboard.press("End")
    expect(status).to_contain_text("2 of 2 reviewers are at work")
    page.keyboard.press("Home")
    page.keyboard.press("Space")
    expect(status).not_to_contain_text("Monday, 0:00")
    page.keyboard.press("Space")
    expect(cell.get_by_test_id("pipeline-play")).to_have_text("Play")
    cell.screenshot(path=SHOTS / "pipeline-changed.png")
