"""The sender's list: what is found, what is printed of it, and that no word is advised."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sendwell.checklist import ADVICE, REASONS, Audience, Draft, Finding, findings

SOURCE = Path(__file__).parent.parent.parent / "solutions/m04-content/build.md"
GOOD = "Sole Café here. You asked for our news. Write STOP to leave."
ASKED = Audience(asked=True)


def draft(text: str, attachment: str = "") -> Draft:
    return Draft(text, "Sole Café", attachment)


@pytest.mark.parametrize(
    ("given", "audience", "found"),
    [
        (draft(GOOD), ASKED, []),
        (draft(GOOD), Audience(asked=False), [Finding("not-asked")]),
        (draft(GOOD), Audience(asked=True, left=2), [Finding("left")]),
        (draft(GOOD + "!! wow"), ASKED, [Finding("marks", "!!")]),
        (draft("Figs."), ASKED, [Finding("sender"), Finding("reason"), Finding("stop")]),
        (draft(f"{GOOD} a.example B.EXAMPLE/SALE"), ASKED, [Finding("links", "B.EXAMPLE/SALE")]),
        (draft(GOOD, "menu.pdf"), ASKED, [Finding("attachment", "menu.pdf")]),
        (draft(f"{GOOD} BIG SALE"), ASKED, [Finding("shouting", "SALE")]),
        (draft(f"{GOOD} \u2600\u2600\u2600"), ASKED, []),
        (draft(f"{GOOD} \u2600\u2600\u2600\u2600"), ASKED, [Finding("emoji", "\u2600" * 4)]),
    ],
)
def test_what_is_found(given: Draft, audience: Audience, found: list[Finding]) -> None:
    assert findings(given, audience) == found


def test_an_offer_in_other_words_is_the_same_offer() -> None:
    for audience in (ASKED, Audience(asked=False)):
        plain = findings(draft(f"{GOOD} It is free, for a limited time."), audience)
        assert plain == findings(draft(f"{GOOD} No costs, during our activity."), audience)
    words = re.findall(r"\w+", " ".join(ADVICE.values()).lower())
    assert {"instead", "synonym", "replace", "free", "costs", "gratis"}.isdisjoint(words)


def test_the_notebook_prints_the_codes_and_the_reasons() -> None:
    source = SOURCE.read_text(encoding="utf-8").partition("### Exercise 7")[2]
    table = source.partition("| code |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE) == [*ADVICE][1:]
    listed = source.partition("The course's `REASONS`: ")[2].partition(". They")[0]
    assert tuple(re.findall("`(.*?)`", listed)) == REASONS
