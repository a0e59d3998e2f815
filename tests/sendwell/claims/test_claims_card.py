"""The card in a notebook: readable without colour, in any theme, by a screen reader."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from sendwell.claims import claim, load
from sendwell.claims.strings import SHAPE, STATUS

VOID = {"br", "hr", "img", "input", "meta"}


class Tags(HTMLParser):
    """The tags in order, and an AssertionError where they do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.attributes: list[dict[str, str | None]] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.attributes.append(dict(attrs))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("key", load().records)
def test_a_card_is_well_formed_and_uses_no_heading_script_or_fixed_colour(key: str) -> None:
    html = load().records[key]._repr_html_()
    tags = Tags(html)
    assert not {"h1", "h2", "h3", "h4", "h5", "h6", "script", "style"} & set(tags.seen)
    styles = " ".join(str(found.get("style")) for found in tags.attributes)
    assert not re.search(
        r"#[0-9a-f]{3}|rgb|background|(?<!jp-content-font-)color:\s*[a-z]+(?<!inherit)[;\"]", styles
    )
    assert tags.attributes[0]["role"] == "group"
    assert tags.attributes[0]["aria-label"].startswith(f"{key}: ")


def test_the_status_is_said_by_word_shape_and_edge() -> None:
    one_of_each = {"confirmed": "A07", "corrected": "A18", "contradicted": "C01"}
    one_of_each |= {"unverifiable": "A16", "harmful advice": "C08"}
    edges = set()
    for status, key in one_of_each.items():
        html = claim(key)._repr_html_()
        assert SHAPE[status] in html
        assert f"{key}: {STATUS[status]}" in html
        edges |= set(re.findall(r"border-left:6px (\w+)", html))
    assert len(edges) == len(set(SHAPE.values())) == 5


def test_a_card_holds_statement_figures_source_and_dated_evidence() -> None:
    html = claim("A18")._repr_html_()
    for part in (
        "The business platform raises",
        "500 messages per hour",
        "seeds/001_a1f16ecf23408b33.txt",
        "Come evitare segnalazioni errate",
        "as of 2026-05-21",
        "tier A",
    ):
        assert part in html


def test_what_the_data_say_cannot_become_markup() -> None:
    from dataclasses import replace

    spoilt = replace(claim("A16"), statement="<script>alert(1)</script> & more.")
    assert "<script>" not in spoilt._repr_html_()
    assert "&lt;script&gt;" in spoilt._repr_html_()


def test_a_table_has_column_headers() -> None:
    tags = Tags(claim("E04").table._repr_html_())
    assert tags.seen.count("th") == 4
    assert tags.seen.count("tr") == 6
    assert [
        a.get("scope") for t, a in zip(tags.seen, tags.attributes, strict=True) if t == "th"
    ] == ["col"] * 4
