"""A letter and its review in a browser: on a small screen, by keyboard, and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sendwell.appeals import load_case
from sendwell.appeals.review import load_letters, show_review


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    letter = next(one for one in load_letters() if one.id == "open-14")
    file = tmp_path_factory.mktemp("letter") / "review.html"
    shown = show_review(letter.text, load_case(letter.case), "2026-11-24")
    file.write_text(shown.page(), encoding="utf-8")
    return file


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_off_at_320_pixels(browser: Browser, page_file: Path, scheme: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(page_file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()


def test_the_keyboard_leads_from_a_passage_to_its_reason_and_back(
    browser: Browser, page_file: Path
) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    page.keyboard.press("Tab")
    passage = page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")
    reason = page.evaluate("location.hash")
    assert page.locator(reason).inner_text().startswith("advertisement")
    page.locator(f"{reason} a").press("Enter")
    assert page.evaluate("location.hash") == f"#{passage}"
    page.close()


def test_on_paper_the_reasons_come_below_and_no_arrows(browser: Browser, page_file: Path) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    page.goto(page_file.as_uri())
    beside = page.locator(".sides section").nth(1).bounding_box()
    page.emulate_media(media="print")
    below = page.locator(".sides section").nth(1).bounding_box()
    assert beside
    assert below
    assert beside["x"] > 400 > below["x"]
    assert not page.locator(".back").first.is_visible()
    page.close()
