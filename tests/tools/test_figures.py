"""Figures about the platform in prose: from claims, with their labels."""

from __future__ import annotations

import pytest

from tools.figures import bare_figures, claim_figure, claim_label, claim_number, claims_in


def test_a_label_and_a_figure_come_from_the_claim() -> None:
    assert claim_label("A16") == "(A16, unverified)"
    assert claim_figure("A16:threshold") == "more than 50 messages per hour"
    assert claim_number("P38:second_tier") == "2,000"


def test_a_figure_that_the_claim_does_not_have_is_named() -> None:
    with pytest.raises(ValueError, match="A16 has no figure 'speed'; it has: threshold, review"):
        claim_figure("A16:speed")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("WhatsApp bans 8 million accounts a month.", 1),
        ("Fine.\n\nAll of it.\nAnd the platform allows 500 an hour.", 3),
        ("| a | b |\n|---|---|\n| Meta | 80 messages a second |", 3),
        ("- fine\n- the platform allows\n  500 an hour", 2),
        ("```python\n500\n```\n\nWhatsApp has 5 reviewers {figure}`A16:threshold`.", 5),
    ],
)
def test_a_bare_figure_about_the_platform_is_found_with_its_line(text: str, line: int) -> None:
    assert [number for number, _ in bare_figures(text)][:1] == [line]


@pytest.mark.parametrize(
    "text",
    [
        "WhatsApp bans {figure}`E01:blocked` {claim}`E01`.",
        "The shop sends 240 messages.",
        "At 11:00 the platform refused a message, as in part 3.",
        'She ticked "Offers on WhatsApp". 200 people did.',
        "See [the WhatsApp FAQ](https://faq.example/361005896189245).",
        "```\nWhatsApp 500\n```",
        "Call `whatsapp(500)` on the platform.",
    ],
)
def test_what_is_no_bare_figure_passes(text: str) -> None:
    assert list(bare_figures(text)) == []


def test_a_figure_needs_its_own_label_beside_it() -> None:
    said = [message for _, message in bare_figures("{figure}`A16:threshold` {claim}`A17`")]
    assert said == ["A16:threshold needs its label in the same passage: {claim}`A16`"]


def test_the_claims_of_a_text_are_known() -> None:
    assert set(claims_in("{claim}`A16` {figure}`P38:period` {timeline}`x`")) == {"A16", "P38"}
