"""The checks of m06's decide notebook: right answers, what mistakes are told, what it counts."""

from __future__ import annotations

import re
from typing import Any

import pytest

from sendwell.checks import Verdict, check
from sendwell.claims import claim
from sendwell.platform.formulas import erlang_wait
from sendwell.waiting import reasons
from sendwell.waiting.questions import FORMS
from tests.sendwell.decide import Decide

NOTEBOOK = Decide("m06-review", "waiting")
RIGHT, BLANK = NOTEBOOK.right, NOTEBOOK.blank
SUITES = {"load": 3, "causes": 5, "order": 4, "wrong": 3, "conclusions": 6}
ROWS = [(form, number) for form, rows in FORMS.items() for number in range(1, len(rows) + 1)]


def failed(suite: str, changes: dict[str, Any]) -> dict[int, str]:
    results = check(f"waiting.{suite}", RIGHT | changes).results
    return {i: r.message for i, r in enumerate(results, 1) if r.verdict is not Verdict.PASSED}


@pytest.mark.parametrize(("suite", "points"), SUITES.items())
def test_the_solution_gets_every_point_and_the_blank_form_none(suite: str, points: int) -> None:
    assert repr(check(f"waiting.{suite}", RIGHT)) == str(points)
    for given in (BLANK, {}):
        report = check(f"waiting.{suite}", given)
        assert repr(report) == "0"
        assert {result.verdict for result in report.results} == {Verdict.MISSING}


def test_the_blank_forms_folded_away_are_the_blank_forms() -> None:
    assert NOTEBOOK.folded_away() == NOTEBOOK.forms()


@pytest.mark.parametrize(("form", "number"), ROWS)
def test_each_letter_is_explained_and_no_other_line_fails(form: str, number: int) -> None:
    question = FORMS[form][number - 1]
    for letter in question.letters:
        text = re.sub(rf"(?m)^{number}\. .*", f"{number}. {letter.upper()}", RIGHT[form])
        caught = failed(form, {form: text})
        if letter in question.right:
            assert caught == {}
            assert len(question.right[letter]) > 40
        else:
            assert caught == {number: f'You answered "{letter}". {question.wrong[letter]}'}
            assert len(question.wrong[letter]) > 40


def test_the_notebook_has_the_letters_that_the_checks_know() -> None:
    rows = re.findall(r"(?m)^\| \d \| .*\*\*a\*\*.*$", NOTEBOOK.text)
    known = [question.letters for questions in FORMS.values() for question in questions]
    assert ["".join(re.findall(r"\*\*([a-e])\*\*", row)) for row in rows] == known


def test_several_rows_have_more_than_one_right_answer() -> None:
    several = [q.title for rows in FORMS.values() for q in rows if len(q.right) > 1]
    assert len(several) == 3


@pytest.mark.parametrize(
    ("suite", "name", "value", "phrase"),
    [
        ("load", "busy_middle", "139", "the other way round"),
        ("load", "busy_low", "246", "Only those that reach people"),
        ("load", "reviewers_needed", "9", "over the mark"),
        ("load", "reviewers_needed", "a few", "Write a whole number"),
        ("wrong", "wrong_by_filter", "1,470,000", "Those are right"),
        ("wrong", "wrong_by_people", "10000", "the filter's number"),
        ("wrong", "put_right", "17500", "Only 20 of 100 appeal"),
        ("wrong", "put_right", "1", "Take all wrong decisions"),
    ],
)
def test_wrong_counts_are_told_what_they_are(
    suite: str, name: str, value: str, phrase: str
) -> None:
    (message,) = failed(suite, {name: value}).values()
    assert phrase in message


def test_the_counts_of_the_notebook_follow_from_the_claims() -> None:
    human = claim("H03").figure("human").number / 100
    possible = claim("D11").figure("reviewers").number * claim("D11").figure("each").number
    assert f"Possible: {possible:,} a day" in NOTEBOOK.text
    for identity, reaching, busy in (
        ("H01", "689,000", "85"),
        ("D01", "585,000", RIGHT["busy_middle"]),
        ("C01", "260,000", RIGHT["busy_low"]),
    ):
        reports = claim(identity).figure("reports").number * human
        assert f"{reports:,.0f}" == reaching
        assert f"{100 * reports / possible:.0f}" == busy
        assert reaching in NOTEBOOK.text


def test_wrong_decisions_are_counted_from_the_claims() -> None:
    every, human = claim("H01").figure("reports").number, claim("H03").figure("human").number / 100
    accuracy = {
        name: claim("H05").figure(f"{name}/accuracy").number for name in ("automatic", "manual")
    }
    by_filter = every * (1 - human) * (100 - accuracy["automatic"]) / 100
    by_people = every * human * (100 - accuracy["manual"]) / 100
    assert round(by_filter, -4) == 830_000
    assert by_filter + by_people > 870_000


def test_the_table_of_waits_is_erlangs() -> None:
    """Each cell is the formula's value for reviews of 2 minutes, rounded to its unit."""
    units = {"second": 1, "seconds": 1, "minutes": 60, "hour": 3_600, "hours": 3_600}
    rows = re.findall(r"(?m)^\| (\d\d) of 100 \| (.*) \|$", NOTEBOOK.text)
    assert len(rows) == 5
    for percent, cells in rows:
        for servers, cell in zip((1, 3, 50, 1_000), cells.split(" | "), strict=True):
            seconds = erlang_wait(servers, servers * int(percent) / 100 / 120, 120)
            if cell == "less than a second":
                assert seconds < 1
            else:
                number, unit = cell.split()
                assert abs(seconds / units[unit] - int(number)) <= 0.5, (percent, servers)


def test_reasons_are_shown_for_right_lines_only() -> None:
    shown = reasons({"causes": "1. c\n2. a\n"}, "causes")
    assert [number for number, *_ in shown.lines] == [1]
    assert shown.open == (2, 3, 4, 5)
    assert "Also right: b. Peaks and nights" in repr(reasons(RIGHT, "causes"))
    assert "No line is right yet" in repr(reasons({}, "order"))


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_is_no_text_says_how_to_put_it_back(form: str) -> None:
    assert "blank form" in failed(form, {form: ["a"]})[1]
