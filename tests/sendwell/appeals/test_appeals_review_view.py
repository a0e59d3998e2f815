"""A review for people: the same in HTML, on paper, as text and in the terminal."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from sendwell.appeals import load_case
from sendwell.appeals.letter import draft
from sendwell.appeals.library import CASES
from sendwell.appeals.paper import letter_markdown
from sendwell.appeals.review import LetterView, load_letters, show_review
from sendwell.appeals.review.view import letter_in
from sendwell.appeals.strings_review import CRITERIA
from sendwell.cli import main

TODAY = "2026-11-24"
LETTERS = {letter.id: letter for letter in load_letters()}


def shown(name: str) -> LetterView:
    letter = LETTERS[name]
    return show_review(letter.text, load_case(letter.case), TODAY)


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("name", LETTERS)
def test_html_and_text_say_the_same(name: str) -> None:
    view = shown(name)
    html, text = words(view.body()), " ".join(repr(view).split())
    for finding in view.review.findings:
        assert CRITERIA[finding.criterion] in html
        assert finding.reason in html
        assert finding.reason in text
    for flag in view.review.flags:
        assert flag.reason in html
        assert flag.reason in text
    for told in (view.summary, view.review.note):
        assert told in html
        assert told in text


@pytest.mark.parametrize("name", LETTERS)
def test_every_link_leads_somewhere_and_no_id_is_there_twice(name: str) -> None:
    html = shown(name).page()
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(set(ids)) == len(ids)
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert html.count("<mark") == html.count("</mark>")


def test_the_letter_stays_whole_between_its_marks() -> None:
    for name, letter in LETTERS.items():
        body = shown(name).body()
        start = body.index('class="text"')
        text = body[body.index(">", start) + 1 : body.index("</div></section>")]
        bare = unescape(re.sub(r"<[^>]+>", "", re.sub(r"<sup>.*?</sup>", "", text)))
        assert bare.strip() == letter.text.strip()


def test_two_letters_on_one_page_have_anchors_of_their_own() -> None:
    one, other = (
        set(re.findall(r' id="([^"]+)"', shown(n).body())) for n in ("open-14", "open-15")
    )
    assert one
    assert other
    assert not one & other


def test_markup_in_a_letter_stays_text() -> None:
    letter = "<script>alert(1)</script> I paid +447700900999 & <b>more</b>"
    html = show_review(letter, load_case("choir"), TODAY).page()
    assert "<script" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;" in html


def test_an_answer_is_told_in_words_and_not_by_colour() -> None:
    html = shown("open-19").page()
    assert html.count("✗ missed</span>") == 2
    assert html.count("✓ met</span>") == 4
    assert html.count("? a person must look</span>") == 10
    assert not re.search(r"(?:color|background):\s*(?!inherit|none)[a-z#]", html.split("<body>")[0])


def test_an_italian_letter_is_marked_as_italian() -> None:
    assert '<div class="text" lang="it">' in shown("open-31").page()


def test_the_summary_tells_what_the_rules_suggest_where_a_person_must_look() -> None:
    assert shown("open-31").summary == (
        "6 met, 0 missed; at 10 a person must look. For 6 of these 10 the rules suggest: missed. "
        "3 passages are flagged."
    )
    assert "suggest" not in shown("open-01").summary


def test_a_letter_with_nothing_marked_says_so() -> None:
    assert "only you know" in repr(shown("open-01"))
    assert "only you know" in shown("open-01").body()


def test_a_drafts_file_is_read_as_its_letter_alone() -> None:
    made = draft(load_case("choir"), TODAY)
    letter = letter_in(letter_markdown(made))
    assert letter.startswith("I ask in the app")
    assert letter.endswith("Please review the measure against this number.\n")
    assert "\n\n" in letter
    assert show_review(letter, load_case("choir"), TODAY).review.flags == ()


def test_the_command_prints_the_review_and_writes_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text(LETTERS["open-14"].text, encoding="utf-8")
    page = tmp_path / "review.html"
    command = ["review", str(tmp_path / "letter.txt"), str(CASES / "choir.toml")]
    assert main([*command, "--today", TODAY, "--html", str(page)]) == 0
    out = capsys.readouterr().out
    assert "[1] “advertisement”: deed: The case holds no such thing." in out
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert main([*command, "--today", "soon"]) == 2


def test_the_command_says_what_it_cannot_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = str(CASES / "choir.toml")
    assert main(["review", str(tmp_path / "none.txt"), case]) == 1
    (tmp_path / "letter.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    assert main(["review", str(tmp_path / "letter.doc"), case]) == 1
    assert "letter.doc is no text in UTF-8" in capsys.readouterr().err
    monkeypatch.setenv("BINDER_SERVICE_HOST", "somewhere")
    real = tmp_path / "real.toml"
    real.write_text(
        (CASES / "choir.toml").read_text().replace("fictional = true", "fictional = false")
    )
    (tmp_path / "letter.txt").write_text("Please review.")
    assert main(["review", str(tmp_path / "letter.txt"), str(real)]) == 1
