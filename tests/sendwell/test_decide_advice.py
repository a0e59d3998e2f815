"""The checks of m08's decide notebook: right answers, what mistakes are told, the card."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest

from fairmark.suites import find_unseen
from sendwell.advice import AppealTimeline, moments, strings
from sendwell.advice.form import Decision, read_card, read_decisions
from sendwell.advice.questions import FIGURES, OFFER
from sendwell.advice.situations import SITUATIONS
from sendwell.checks import Verdict, check, run
from sendwell.cli import main
from sendwell.shop.form import Problem
from tests.sendwell.decide import Decide

NOTEBOOK = Decide("m08-appeal", "advice")
RIGHT, BLANK = NOTEBOOK.right, NOTEBOOK.blank
told = NOTEBOOK.told
SUITES = {"advice.cases": 8, "advice.figures": 5, "advice.offer": 7, "advice.card": 4}


@pytest.mark.parametrize(("suite", "points"), SUITES.items())
def test_the_authors_answers_get_every_point_and_blank_ones_none(suite: str, points: int) -> None:
    assert check(suite, RIGHT).points == points
    blank = check(suite, BLANK)
    assert blank.points == 0
    assert {result.verdict for result in blank.results} == {Verdict.MISSING}


@pytest.mark.parametrize("number", range(1, len(SITUATIONS) + 1))
def test_every_other_decision_is_wrong_and_told_why(number: int) -> None:
    every = [Decision(place, stance) for place in strings.OPEN for stance in strings.STANCES]
    every += [Decision(place) for place in strings.PLACES if place not in strings.OPEN]
    right = SITUATIONS[number - 1].answer
    for decision in every:
        message = told("cases", number, str(decision))
        assert bool(message) == (decision != right), decision
        assert not message or len(message) > 60


@pytest.mark.parametrize(("form", "questions"), [("figures", FIGURES), ("offer", OFFER)])
def test_every_wrong_letter_is_told_why(form: str, questions: Any) -> None:
    for number, question in enumerate(questions, 1):
        for letter in question.letters:
            assert bool(told(form, number, letter)) == (letter not in question.right)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("App, contests", Decision("app", "contests")),
        ("in the app: it admits.", Decision("app", "admits")),
        ("Support Home; don\u2019t know", Decision("home", "does not know")),
        ("WAIT", Decision("wait")),
        ("app", "What does the letter say"),
        ("contests", "Where does it go?"),
        ("wait, admits", "no letter says anything"),
        ("lawyer", "Write a place"),
        ("app, begs", "Write a place"),
    ],
)
def test_a_decision_is_read_however_it_is_spelled(text: str, wanted: Decision | str) -> None:
    given = read_decisions(f"1. {text}", 1)[1]
    if isinstance(wanted, Decision):
        assert given == wanted
    else:
        assert isinstance(given, Problem)
        assert wanted in given.message


def card(*lines: str) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


GOOD = [line.split(". ")[1] for line in RIGHT["card"].strip().splitlines()]


def missed(lines: list[str]) -> list[str]:
    """What visible and unseen checks say to a card, in this order."""
    given = {"card": card(*lines)}
    reports = [check("advice.card", given), run(find_unseen("advice.card", 1), given)]
    return [r.message for one in reports for r in one.results if r.verdict is not Verdict.PASSED]


def moved(fact: str, before: str) -> list[str]:
    """The good card with the line of a fact just above that of another."""
    line = next(one for one in GOOD if one.startswith(fact))
    rest = [one for one in GOOD if one != line]
    place = next(i for i, one in enumerate(rest) if one.startswith(before))
    return [*rest[:place], line, *rest[place:]]


def test_more_than_one_order_is_right() -> None:
    assert missed(GOOD) == []
    assert missed(moved("requested", "taken back")) == []
    assert missed(moved("eu channel", "too late")) == []


@pytest.mark.parametrize(
    ("fact", "before", "says"),
    [
        ("platform", "requested", "A request has no answer yet"),
        ("platform", "too late", "The period for a request is over"),
        ("platform", "unknown", "The period for a request is over"),
        ("ends", "platform", "It is on the business platform"),
        ("ends", "unchanged", "It is on the business platform"),
        ("everything else", "ends", "It ends by itself"),
        ("too late", "requested", "A request has no answer yet"),
    ],
)
def test_a_wrong_order_is_told_the_case_that_shows_it(fact: str, before: str, says: str) -> None:
    found = missed(moved(fact, before))
    assert any(says in message and "Your card stops at line" in message for message in found)


def test_every_wrong_place_is_caught() -> None:
    for number, line in enumerate(GOOD):
        fact, right = line.split(": ")
        for place in {several[0] for several in strings.PLACES.values()} - {right}:
            assert missed([*GOOD[:number], f"{fact}: {place}", *GOOD[number + 1 :]]), line


@pytest.mark.parametrize(("fact", "before"), [("ends", "platform"), ("ends", "unchanged")])
def test_only_the_unseen_cases_settle_the_whole_order(fact: str, before: str) -> None:
    given = {"card": card(*moved(fact, before))}
    assert check("advice.card", given).passed
    assert not run(find_unseen("advice.card", 1), given).passed


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ([*GOOD[:8], "unchanged: nothing"], "on lines 2 and 9"),
        ([*GOOD[:8], "everything: app"], "Write a fact, a colon and a place"),
        ([*GOOD[:8], "else -> in the app"], ""),
        (GOOD[:8], "no line that begins with 9"),
    ],
)
def test_a_card_that_cannot_be_read_says_why(lines: list[str], says: str) -> None:
    given = read_card(card(*lines))
    assert isinstance(given, Problem) == bool(says)
    assert says in getattr(given, "message", "")


def test_the_timeline_shows_each_moment_in_words() -> None:
    timeline = AppealTimeline()
    shown = []
    for number, (when, what, known, unknown, say) in enumerate(strings.MOMENTS):
        timeline.moment = number
        shown.append(timeline.text)
        assert timeline.text.count('aria-current="step"') == 1
        for words in (f"● {when} ({strings.HERE})", what, known, unknown, say):
            assert words in timeline.text or words.replace("'", "&#x27;") in timeline.text
        assert all(words in moments.table() for words in (when, what, known, unknown, say))
    assert all(one != other for one, other in itertools.pairwise(shown))
    buttons = timeline.children[1]
    earlier, later = buttons.children
    later.click()
    assert timeline.moment == len(strings.MOMENTS) - 1
    earlier.click()
    assert timeline.text == shown[-2]
    timeline.moment = 0
    earlier.click()
    assert timeline.text == shown[0]


def test_a_letter_that_was_handed_in_is_reviewed_for_whoever_marks_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    notebook = NOTEBOOK.source.with_suffix(".ipynb")
    assert main(["review", str(notebook), "theatre", "--today", "2026-11-24"]) == 0
    told = capsys.readouterr().out
    assert "It is no mark. A person decides." in told
    assert "BEGIN SOLUTION" not in told
    assert "0 missed" in told


@pytest.mark.parametrize("text", ["{}", "[]", "no json", '{"cells": [{"metadata": {}}]}'])
def test_a_file_without_the_letter_is_named(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "decide.ipynb"
    file.write_text(text, encoding="utf-8")
    assert main(["review", str(file), "theatre"]) == 1
    assert "decide.ipynb has no single cell" in capsys.readouterr().err
