"""*Banned now?* is what its text makes it, and can be read by anybody in a hurry."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tools import page

HTML = page.target("en")


class Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("language", page.languages())
def test_the_committed_page_is_what_its_text_makes(language: str) -> None:
    made = page.page(language)
    assert page.target(language).read_text() == made, "run: python -m tools.page"


@pytest.mark.parametrize("language", page.languages())
def test_it_is_one_file_that_runs_nothing_and_fetches_nothing(language: str) -> None:
    text = page.target(language).read_text()
    assert len(text.encode()) < 40_000
    for tag, attributes in Elements(text).found:
        assert tag not in {"script", "img", "link", "iframe", "form", "object", "embed", "video"}
        assert not any(name.startswith("on") for name in attributes)
        assert "src" not in attributes
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in text
    assert "@import" not in text


def test_every_link_has_a_place_to_go_to() -> None:
    found = Elements(HTML.read_text()).found
    places = [attributes["id"] for _, attributes in found if "id" in attributes]
    links = {attributes["href"] for tag, attributes in found if tag == "a"}
    assert len(places) == len(set(places))
    assert {f"#{place}" for place in places} >= links


def test_every_source_leads_back_to_each_step_in_which_its_mark_stands() -> None:
    steps, _, sources = HTML.read_text().partition('<h2 id="sources">')
    for item in sources.split("<li ")[1:]:
        key, back = item[4:].partition('"')[0], re.findall(r'<a href="#([\w-]+)">', item)
        assert back
        for place in back:
            step = steps.partition(f'<h2 id="{place}">')[2].partition("<h2")[0] or steps
            assert f'<a href="#{key}">' in step


def test_every_fact_about_the_platform_has_its_date() -> None:
    text = HTML.read_text()
    marks = re.findall(r'<span class="mark">\(<a href="#(\w+)">(.*?)</a>', text)
    assert len(marks) > 15
    assert {mark.partition(", ")[2] for _, mark in marks if "as of" not in mark} == {"unverified"}
    assert "{" not in re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)


def test_no_string_is_left_unused() -> None:
    assert not [*page.unused("en")]


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(page.SOURCE, tmp_path / "source")
    monkeypatch.setattr(page, "SOURCE", tmp_path / "source")
    return tmp_path / "source"


def test_another_language_is_two_files(copy: Path) -> None:
    (copy / "it.md").write_text("# Bloccato?\n\nCalma.\n\n## 1. Prima\n\nUna sola {claim}`P21`.\n")
    strings = (copy / "en.toml").read_text()
    (copy / "it.toml").write_text(
        strings.replace('lang = "en"', 'lang = "it"')
        .replace("November", "novembre")
        .replace('claim = "{id}, as of {date}"', 'claim = "{id}, al {date}"')
    )
    made = page.page("it")
    assert page.languages() == ("en", "it")
    assert page.target("it").name == "banned-now.it.html"
    assert '<html lang="it"' in made
    assert "P21, al 23 novembre 2026" in made


def test_a_figure_without_its_claim_stops_the_build(copy: Path) -> None:
    (copy / "en.md").write_text("# Banned?\n\n## 1. One\n\nWhatsApp answers in 11 days.\n")
    with pytest.raises(ValueError, match=r"en\.md, line 5: .*bare figure"):
        page.page("en")


@pytest.mark.browser
def test_it_fits_a_small_telephone_in_both_themes_and_a_sheet(browser: Browser) -> None:
    for scheme in ("light", "dark"):
        context = browser.new_context(
            viewport={"width": 320, "height": 640}, color_scheme=scheme, java_script_enabled=True
        )
        shown = context.new_page()
        shown.goto(HTML.as_uri())
        assert shown.evaluate("document.documentElement.scrollWidth") == 320
        paper, ink = shown.evaluate(
            "(s => [s.backgroundColor, s.color])(getComputedStyle(document.body))"
        )
        brightness = [sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in (paper, ink)]
        assert abs(brightness[0] - brightness[1]) > 500
        assert (brightness[0] < brightness[1]) == (scheme == "dark")
        shown.emulate_media(media="print")
        assert not shown.locator("nav").is_visible()
        assert shown.locator("h2").first.is_visible()
        context.close()
