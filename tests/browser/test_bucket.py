"""The bucket beside the window in a browser without a kernel; test_m03.py has it in JupyterLab."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import sendwell.widgets.bucket as module
from sendwell.widgets.bucket_strings import EN
from tests.browser.lab import make_narrow

pytestmark = pytest.mark.browser

SCRIPT = Path(module.__file__).with_name("bucket.js")


@pytest.fixture
def bucket(page: Page) -> Page:
    source = base64.b64encode(SCRIPT.read_bytes()).decode()
    state = {
        "sends": [0, 0, 0, 2_000],
        "capacity": 3,
        "refill_every": 1_000,
        "span": 10_000,
        "step": 250,
        "now": 0,
        "strings": EN,
    }
    page.set_content(
        f"""<!doctype html><html lang="en"><head><title>Bucket</title>
        <meta name="viewport" content="width=device-width">
        <style>{SCRIPT.with_suffix(".css").read_text(encoding="utf-8")}</style></head>
        <body><main id="root"></main><script type="module">
        import widget from "data:text/javascript;base64,{source}";
        const state = {json.dumps(state)};
        window.saved = 0;
        const model = {{ get: (key) => state[key], set: (key, value) => (state[key] = value),
          save_changes() {{ window.saved += 1; }}, on() {{}}, off() {{}} }};
        widget.render({{ model, el: document.querySelector("#root") }});
        window.state = state;
        </script></body></html>"""
    )
    expect(page.get_by_test_id("bucket-status")).to_contain_text("Of 4 sends")
    return page


def test_it_plays_to_the_end_and_tells_the_kernel_once(bucket: Page) -> None:
    bucket.evaluate("state.now = 9000")
    bucket.get_by_test_id("bucket-now").press("p")
    expect(bucket.get_by_test_id("bucket-status")).to_have_attribute("aria-live", "off")
    expect(bucket.get_by_test_id("bucket-play")).to_have_text("Play")
    expect(bucket.get_by_test_id("bucket-status")).to_contain_text("At 10 s")
    expect(bucket.get_by_test_id("bucket-status")).to_have_attribute("aria-live", "polite")
    assert bucket.evaluate("saved") == 1


def test_where_motion_is_not_wanted_it_goes_from_send_to_send(bucket: Page) -> None:
    bucket.emulate_media(reduced_motion="reduce")
    bucket.get_by_test_id("bucket-play").press("Enter")
    bucket.wait_for_function("state.now > 0")
    assert bucket.evaluate("state.now") == 2_000
    bucket.get_by_test_id("bucket-play").press("Enter")
    expect(bucket.get_by_test_id("bucket-play")).to_have_text("Play")


def test_a_click_sends_and_a_click_on_a_send_takes_it_away(bucket: Page) -> None:
    bucket.get_by_test_id("bucket-picture").click(position={"x": 500, "y": 60})
    expect(bucket.get_by_test_id("bucket-status")).to_contain_text("Of 5 sends")
    bucket.locator("[data-send='4'] .sb-admitted").first.click()
    expect(bucket.get_by_test_id("bucket-status")).to_contain_text("Of 4 sends")


def test_what_is_no_number_is_put_back_and_too_many_tokens_are_cut(bucket: Page) -> None:
    capacity = bucket.get_by_test_id("bucket-capacity")
    capacity.fill("")
    capacity.press("Enter")
    expect(capacity).to_have_value("3")
    capacity.fill("99")
    capacity.press("Enter")
    expect(capacity).to_have_value("20")


def test_nothing_is_cut_off_at_320_pixels(bucket: Page) -> None:
    make_narrow(bucket)
    assert bucket.evaluate("document.documentElement.scrollWidth") <= 320
