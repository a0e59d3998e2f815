"""The checks of m01's decide notebook: right answers, what mistakes are told, the drawn cards."""

from __future__ import annotations

import re
from itertools import permutations

import pytest

from sendwell.appeals.case import MeasureKind
from sendwell.cards import cards, reasons, strings
from sendwell.cards.drawn import CARDS
from sendwell.cards.form import Row, read_words
from sendwell.cards.rows import FORMS
from sendwell.checks import Verdict, check
from sendwell.shop.form import Problem
from tests.sendwell.decide import Decide

NOTEBOOK = Decide("m01-notices", "cards")
RIGHT, BLANK = NOTEBOOK.right, NOTEBOOK.blank
told = NOTEBOOK.told
SUITES = {"kinds": 9, "helpers": 6, "order": 3, "steps": 8, "meanwhile": 8}
ROWS = [(name, number) for name, form in FORMS.items() for number in range(1, len(form.rows) + 1)]


@pytest.mark.parametrize(
    ("form", "number", "answer", "meant"),
    [
        ("kinds", 1, "temporary bann", "temporary ban"),
        ("kinds", 4, "Wwarning", "warning"),
        ("helpers", 3, "thieff", "thief"),
        ("steps", 4, "request th review", "request the review"),
    ],
)
def test_a_misspelled_word_is_asked_about(form: str, number: int, answer: str, meant: str) -> None:
    assert f'Did you mean "{meant}"?' in told(form, number, answer)


def test_what_is_like_no_word_is_answered_with_all_words() -> None:
    assert told("kinds", 1, "ban or not").startswith('Line 1 says "ban or not". Write one of these')
    assert told("steps", 4, "ask") == told("steps", 7, "Nothing to be done.") == ""


@pytest.mark.parametrize(("suite", "points"), SUITES.items())
def test_the_solution_gets_every_point_and_the_blank_form_none(suite: str, points: int) -> None:
    assert repr(check(f"cards.{suite}", RIGHT)) == str(points)
    report = check(f"cards.{suite}", BLANK)
    assert repr(report) == "0"
    assert {result.verdict for result in report.results} == {Verdict.MISSING}
    assert repr(check(f"cards.{suite}", {suite: 7})) == "0"


def test_the_blank_forms_folded_away_are_the_blank_forms() -> None:
    assert NOTEBOOK.folded_away() == NOTEBOOK.forms()


@pytest.mark.parametrize(("name", "number"), ROWS)
def test_each_wrong_word_is_explained_and_each_right_one_is_not(name: str, number: int) -> None:
    form = FORMS[name]
    row: Row = form.rows[number - 1]
    assert set(row.right) | set(row.wrong) <= set(form.words)
    assert not set(row.right) & set(row.wrong)
    assert set(row.right) != set(form.words)
    for word in form.words:
        message = told(name, number, word)
        assert (message == "") == (word in row.right), word
        if message:
            assert message.startswith(f'You answered "{word}". ')
            assert len(message) > 60
        else:
            assert len(row.right[word]) > 30


def test_the_kinds_are_those_of_a_case() -> None:
    assert set(strings.KINDS) - {"no notice"} <= set(MeasureKind.__args__)


def test_the_letter_of_the_article_is_never_taken_for_a_genuine_warning() -> None:
    assert set(FORMS["kinds"].rows[4].right) == {"no notice", "unknown"}
    assert "official source" in told("kinds", 5, "warning")


def test_only_an_unchanged_review_leads_on_without_it() -> None:
    rows = FORMS["steps"].rows
    assert [row.title for row in rows if "go on without it" in row.right] == ["Unchanged"]


@pytest.mark.parametrize("words", [*permutations(strings.ORDER)])
def test_an_order_is_right_if_asking_comes_last(words: tuple[str, ...]) -> None:
    text = "\n".join(f"{number}. {word}" for number, word in enumerate(words, 1))
    report = check("cards.order", {"order": text})
    assert report.passed == (words[-1] == "ask")
    assert repr(report) == str(words.index("ask"))


@pytest.mark.parametrize(
    ("order", "phrase"),
    [
        ("1. keep\n2. keep\n3. stop\n4. ask", "Use each of the four words once"),
        ("1. keep\n2. pray\n3. stop\n4. ask", 'Line 2 says "pray"'),
    ],
)
def test_an_order_that_is_none_is_told_so(order: str, phrase: str) -> None:
    assert phrase in check("cards.order", {"order": order}).results[0].message


@pytest.mark.parametrize("text", ["temporary ban", "A temporary ban.", "TEMPORARY", "temp  ban"])
def test_spelling_costs_nothing(text: str) -> None:
    assert read_words(f"1) {text}", strings.KINDS, 1)[1] == "temporary ban"


def test_no_spelling_stands_for_two_things() -> None:
    for words in (*(form.words for form in FORMS.values()), strings.ORDER):
        spelled = [one for several in words.values() for one in several]
        assert len(spelled) == len(set(spelled))
        assert all(key == several[0] for key, several in words.items())


def test_what_cannot_be_read_names_the_words() -> None:
    problem = read_words("1. oh dear", strings.DO, 1)[1]
    assert isinstance(problem, Problem)
    assert problem.message == 'Line 1 says "oh dear". Write one of these: yes, no.'


# Reasons


def test_reasons_are_given_for_right_lines_only() -> None:
    given = reasons({"kinds": "1. temporary ban\n5. unknown\n6. ban"}, "kinds")
    assert [line.partition(":")[0] for line in given.lines] == ["1. temporary ban", "5. unknown"]
    assert 'Also right: "no notice".' in given.lines[1]
    assert given.open == (2, 3, 4, 6, 7, 8, 9)
    assert "Not right yet, or blank: 2, 3" in given._repr_html_()


def test_reasons_without_a_right_line_say_what_to_do() -> None:
    assert repr(reasons({}, "steps")) == strings.REASONS_NONE
    assert strings.REASONS_ALL in repr(reasons(RIGHT, "meanwhile"))


# The cards


def test_the_cards_say_the_same_drawn_as_a_table_and_in_words() -> None:
    shown, plain, table = cards()._repr_html_(), repr(cards()), cards().table()
    assert len(CARDS) == len(FORMS["kinds"].rows) == table.count("\n") - 1
    assert shown.count("<figure") == len(CARDS)
    for card in CARDS:
        for _, words in card.facts():
            assert words in plain
            assert words in table
            assert words.replace("'", "&#x27;") in shown


def test_the_cards_use_no_picture_no_colour_and_no_link() -> None:
    assert not re.search(r"<img|<a |#[0-9a-f]{3,6};|rgb|http", cards()._repr_html_())
