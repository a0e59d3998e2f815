"""The phone in a browser without a kernel: by keyboard alone, by a finger, on a narrow screen."""

import base64
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import sendwell.widgets.phone as module
from sendwell.widgets.phone_strings import CHATS, EN
from tests.browser.lab import make_narrow

SCRIPT = Path(module.__file__).with_name("phone.js")


@pytest.fixture
def phone(page: Page) -> Page:
    source = base64.b64encode(SCRIPT.read_bytes()).decode()
    state = {
        "chat": "direct",
        "platform": "android",
        "actions": [],
        "chats": CHATS["en"],
        "strings": EN,
    }
    page.set_content(
        f"""<!doctype html><html lang="en"><head><title>Phone</title>
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
    expect(page.get_by_test_id("phone-screen")).to_be_visible()
    return page


def test_a_message_is_reported_by_keyboard_alone(phone):
    phone.get_by_role("button", name="Menu of message 4").focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("menuitem", name="Report this message")).to_be_focused()
    phone.keyboard.press("ArrowDown")
    expect(phone.get_by_role("menuitem", name="Delete this message for me")).to_be_focused()
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Enter")
    expect(phone.get_by_test_id("phone-status")).to_contain_text("Left the phone: 3 messages")
    expect(phone.get_by_role("button", name="Menu of message 4")).to_be_focused()


def test_escape_closes_the_menu_and_goes_back(phone):
    phone.get_by_role("button", name="Menu of this chat").press("Enter")
    expect(phone.get_by_role("menu")).to_be_visible()
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("menu")).to_have_count(0)
    expect(phone.get_by_role("button", name="Menu of this chat")).to_be_focused()


def test_pressing_for_a_while_opens_the_menu_and_a_tap_does_not(phone):
    box = phone.locator("[data-message='3'] > div").nth(1).bounding_box()
    phone.mouse.move(box["x"] + 20, box["y"] + 5)
    phone.mouse.down()
    phone.mouse.up()
    phone.wait_for_timeout(700)
    expect(phone.get_by_role("menu")).to_have_count(0)
    phone.mouse.down()
    expect(phone.get_by_role("menu", name="Message 3")).to_be_visible()
    phone.mouse.up()
    phone.get_by_role("menuitem", name="Report this message").click()
    assert phone.evaluate("state.actions") == ["report_message:3"]


def test_a_group_that_is_reported_is_left(phone):
    phone.get_by_test_id("phone-chat-group").check()
    phone.get_by_role("button", name="Menu of this chat").click()
    phone.get_by_role("menuitem", name="Report the group and leave it").click()
    expect(phone.get_by_test_id("phone-told")).to_contain_text("only by a new invitation")


def test_report_and_block_then_back_again(phone):
    phone.get_by_role("button", name="Menu of this chat").click()
    phone.get_by_role("menuitem", name="Report and block").click()
    assert phone.evaluate("state.actions") == ["report", "block"]
    phone.get_by_test_id("phone-again").click()
    expect(phone.get_by_test_id("phone-status")).to_contain_text("Nothing has left the phone.")


def test_nothing_is_cut_off_at_320_pixels(phone):
    make_narrow(phone)
    wide = phone.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320
